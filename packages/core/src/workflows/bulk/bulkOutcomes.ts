import type { SeatsError } from '../../errors/SeatsError.ts'
import type { AssignSeatsOutcome } from './assignSeatsReport.ts'

/** How the server answered one assign. */
export type AssignAnswer =
  | 'seat'
  | 'already_seated'
  | 'no_seat'
  | 'rate_limited'
  | 'lost'
  | 'invalid'
  | 'refused'
  | 'refused_for_all'

/** The reason why a recipient waits for a read of the roster. */
export type WaitReason = 'not_sent' | 'found_no_seat' | 'answer_lost' | 'seated_somehow' | 'refused_after_loss'

/** The next step for a recipient. An outcome is final. */
export type Step = AssignSeatsOutcome | 'send_again' | WaitReason

interface AnswerRule {
  /** The step for the recipient. */
  first: Step
  /** The step if an earlier answer was lost. Then the recipient may be seated, and this answer may be a result of that. */
  afterLoss: Step
  /** What happens to the seat that was set aside for the call. */
  seat: 'taken' | 'given_back' | 'none_is_free'
  /** What happens to the whole job. */
  job: 'goes_on' | 'pauses' | 'slows_down' | 'ends'
}

/** The rule for each answer. */
export const answerRules: Record<AssignAnswer, AnswerRule> = {
  seat: { first: 'assigned', afterLoss: 'assigned', seat: 'taken', job: 'goes_on' },
  already_seated: { first: 'already_seated', afterLoss: 'seated_somehow', seat: 'given_back', job: 'goes_on' },
  // Polar checks for a free seat before it checks whether the person has a seat.
  no_seat: { first: 'found_no_seat', afterLoss: 'answer_lost', seat: 'none_is_free', job: 'goes_on' },
  rate_limited: { first: 'send_again', afterLoss: 'send_again', seat: 'given_back', job: 'pauses' },
  lost: { first: 'answer_lost', afterLoss: 'answer_lost', seat: 'taken', job: 'slows_down' },
  invalid: { first: 'invalid', afterLoss: 'invalid', seat: 'given_back', job: 'goes_on' },
  refused: { first: 'failed', afterLoss: 'refused_after_loss', seat: 'given_back', job: 'goes_on' },
  refused_for_all: { first: 'failed', afterLoss: 'refused_after_loss', seat: 'given_back', job: 'ends' },
}

/** What the job can still do for a recipient who is not on the roster. */
export type Chance = 'seat_is_free' | 'no_seat_is_free' | 'no_try_is_left' | 'job_is_over'

interface WaitRule extends Record<Chance, Step> {
  /** The number of unclear answers after which the job gives up on the recipient. */
  maxTries: number
}

const always = (outcome: AssignSeatsOutcome): WaitRule => ({
  maxTries: Infinity,
  seat_is_free: outcome,
  no_seat_is_free: outcome,
  no_try_is_left: outcome,
  job_is_over: outcome,
})

/** The rule for each waiting recipient whom the roster does not show. */
export const waitRules: Record<WaitReason, WaitRule> = {
  not_sent: {
    maxTries: Infinity,
    seat_is_free: 'send_again',
    no_seat_is_free: 'no_seat',
    no_try_is_left: 'no_seat',
    job_is_over: 'skipped',
  },
  found_no_seat: {
    // The roster shows a free seat each time. An unpaid order has free seats, but Polar assigns none of them.
    maxTries: 2,
    seat_is_free: 'send_again',
    no_seat_is_free: 'no_seat',
    no_try_is_left: 'no_seat',
    job_is_over: 'skipped',
  },
  answer_lost: {
    maxTries: 8,
    seat_is_free: 'send_again',
    no_seat_is_free: 'no_seat',
    no_try_is_left: 'failed',
    job_is_over: 'failed',
  },
  // A roster does not show people who are named by a customer id.
  seated_somehow: always('already_seated'),
  refused_after_loss: always('failed'),
}

export const isWaitReason = (step: Step): step is WaitReason => Object.hasOwn(waitRules, step)

/** Returns what kind of answer an error is. */
export function answerOf({ code, status, isAmbiguous }: SeatsError): Exclude<AssignAnswer, 'seat'> {
  if (isAmbiguous) return 'lost'
  if (status === 429) return 'rate_limited'
  if (code === 'SeatAlreadyAssigned') return 'already_seated'
  if (code === 'SeatNotAvailable') return 'no_seat'
  if (code === 'RequestValidationError') return 'invalid'
  return status === 401 || status === 403 || refusalsForAll.has(code) ? 'refused_for_all' : 'refused'
}

/** Codes of errors that everybody would get: about the source, a token, or the client's options. */
const refusalsForAll = new Set<string>([
  'ResourceNotFound',
  'Unauthorized',
  'UpstreamRefused',
  'ConfigurationError',
  // These two mean that the `baseURL` leads to another server.
  'NotFound',
  'InvalidResponse',
])
