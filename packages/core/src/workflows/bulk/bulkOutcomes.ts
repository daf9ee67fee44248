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
export type Unsettled = 'not_sent' | 'found_no_seat' | 'answer_lost' | 'seated_somehow' | 'refused_after_loss'

/** The next step for a recipient. An outcome is final. */
export type Step = AssignSeatsOutcome | 'send_again' | Unsettled

/**
 * The step after each answer. After a lost answer, the recipient may be seated already, and the next answer may only be
 * a result of that.
 */
export const stepAfterAnswer: Record<AssignAnswer, { first: Step; afterLoss: Step }> = {
  seat: { first: 'assigned', afterLoss: 'assigned' },
  already_seated: { first: 'already_seated', afterLoss: 'seated_somehow' },
  // Polar checks for a free seat before it checks whether the person has a seat.
  no_seat: { first: 'found_no_seat', afterLoss: 'answer_lost' },
  rate_limited: { first: 'send_again', afterLoss: 'send_again' },
  lost: { first: 'answer_lost', afterLoss: 'answer_lost' },
  invalid: { first: 'invalid', afterLoss: 'invalid' },
  refused: { first: 'failed', afterLoss: 'refused_after_loss' },
  refused_for_all: { first: 'failed', afterLoss: 'refused_after_loss' },
}

/** What the job can still do for a recipient who is not on the roster. */
export type Chance = 'seat_is_free' | 'no_seat_is_free' | 'no_try_is_left' | 'job_is_over'

/** The step for each waiting recipient who is not on the roster. */
export const stepIfAbsent: Record<Unsettled, Record<Chance, Step>> = {
  not_sent: {
    seat_is_free: 'send_again',
    no_seat_is_free: 'no_seat',
    no_try_is_left: 'no_seat',
    job_is_over: 'skipped',
  },
  found_no_seat: {
    seat_is_free: 'send_again',
    no_seat_is_free: 'no_seat',
    no_try_is_left: 'no_seat',
    job_is_over: 'skipped',
  },
  answer_lost: {
    seat_is_free: 'send_again',
    no_seat_is_free: 'no_seat',
    no_try_is_left: 'failed',
    job_is_over: 'failed',
  },
  // A roster does not show people who are named by a customer id.
  seated_somehow: {
    seat_is_free: 'already_seated',
    no_seat_is_free: 'already_seated',
    no_try_is_left: 'already_seated',
    job_is_over: 'already_seated',
  },
  refused_after_loss: {
    seat_is_free: 'failed',
    no_seat_is_free: 'failed',
    no_try_is_left: 'failed',
    job_is_over: 'failed',
  },
}

/** The number of unclear answers after which the job gives up on a recipient. */
export const maxTries: Record<Unsettled, number> = {
  not_sent: Infinity,
  // The roster shows a free seat each time. An unpaid order has free seats, but Polar assigns none of them.
  found_no_seat: 2,
  answer_lost: 8,
  seated_somehow: Infinity,
  refused_after_loss: Infinity,
}

export const isUnsettled = (step: Step): step is Unsettled => Object.hasOwn(maxTries, step)

/** Returns what kind of answer an error is. */
export function answerOf({ code, status, isAmbiguous }: SeatsError): Exclude<AssignAnswer, 'seat'> {
  if (isAmbiguous) return 'lost'
  if (status === 429) return 'rate_limited'
  if (code === 'SeatAlreadyAssigned') return 'already_seated'
  if (code === 'SeatNotAvailable') return 'no_seat'
  if (code === 'RequestValidationError') return 'invalid'
  return status === 401 || status === 403 || code === 'ResourceNotFound' ? 'refused_for_all' : 'refused'
}
