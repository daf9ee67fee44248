import type { SeatsError } from '../../errors/SeatsError.ts'
import type { AssignSeatsOutcome } from './assignSeatsReport.ts'

/** The server's answer to one assign. */
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

/** The next step for a recipient. An outcome is final for this job. */
export type Step = AssignSeatsOutcome | 'send_again' | WaitReason

interface AnswerRule {
  /** The step, unless an earlier answer for the recipient was lost. */
  usual: Step
  /**
   * The step if an earlier answer was lost. That call may have seated the recipient, which may be the reason for this
   * answer.
   */
  afterLoss: Step
  /** The state of the seat that was set aside for the call. */
  seat: 'taken' | 'given_back' | 'none_is_free'
  /** The effect on the whole job. */
  job: 'goes_on' | 'pauses' | 'slows_down' | 'ends'
}

/** The rule for each answer. */
export const answerRules: Record<AssignAnswer, AnswerRule> = {
  seat: { usual: 'assigned', afterLoss: 'assigned', seat: 'taken', job: 'goes_on' },
  already_seated: { usual: 'already_seated', afterLoss: 'seated_somehow', seat: 'given_back', job: 'goes_on' },
  // Polar checks for a free seat before it checks whether the person has a seat.
  no_seat: { usual: 'found_no_seat', afterLoss: 'answer_lost', seat: 'none_is_free', job: 'goes_on' },
  rate_limited: { usual: 'send_again', afterLoss: 'send_again', seat: 'given_back', job: 'pauses' },
  lost: { usual: 'answer_lost', afterLoss: 'answer_lost', seat: 'taken', job: 'slows_down' },
  invalid: { usual: 'invalid', afterLoss: 'invalid', seat: 'given_back', job: 'goes_on' },
  refused: { usual: 'failed', afterLoss: 'refused_after_loss', seat: 'given_back', job: 'goes_on' },
  refused_for_all: { usual: 'failed', afterLoss: 'refused_after_loss', seat: 'given_back', job: 'ends' },
}

/** The situation of a waiting recipient who is not on the roster. */
export type WaitSituation = 'seat_is_free' | 'no_seat_is_free' | 'no_try_is_left' | 'job_is_over'

interface WaitRule extends Record<WaitSituation, Step> {
  /** After this many tries without an outcome the job gives up on the recipient. */
  maxTries: number
}

const alwaysEndAs = (outcome: AssignSeatsOutcome): WaitRule => ({
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
    // It is possible that Polar refuses every seat that the roster shows as free, for example if the order is unpaid.
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
  // A recipient who is named by a customer id may be seated, although the roster does not show them. So Polar's own
  // answer counts.
  seated_somehow: alwaysEndAs('already_seated'),
  refused_after_loss: alwaysEndAs('failed'),
}

export const isWaitReason = (step: Step): step is WaitReason => Object.hasOwn(waitRules, step)

/** Returns the kind of answer for an error. */
export function answerKind({ code, status, isAmbiguous }: SeatsError): Exclude<AssignAnswer, 'seat'> {
  if (isAmbiguous) return 'lost'
  if (status === 429) return 'rate_limited'
  if (code === 'SeatAlreadyAssigned') return 'already_seated'
  if (code === 'SeatNotAvailable') return 'no_seat'
  if (code === 'RequestValidationError') return 'invalid'
  return status === 401 || status === 403 || codesThatStopTheJob.has(code) ? 'refused_for_all' : 'refused'
}

/** Errors about the source, a token or the client's options, which every recipient would get. */
const codesThatStopTheJob = new Set<string>([
  'ResourceNotFound',
  'Unauthorized',
  'UpstreamRefused',
  'ConfigurationError',
  // These two codes mean that the `baseURL` leads to another server.
  'NotFound',
  'InvalidResponse',
])
