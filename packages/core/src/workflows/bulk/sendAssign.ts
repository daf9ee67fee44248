import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatAssign } from '../../schemas/SeatAssign.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { AssignSeatsResult } from './assignSeatsReport.ts'
import { answerKind, type AssignAnswer } from './bulkOutcomes.ts'

type ErrorKind = Exclude<AssignAnswer, 'seat'>

export type BulkAnswer =
  | { kind: 'seat'; seat: CustomerSeat; error?: undefined }
  | { kind: ErrorKind; seat?: undefined; error: SeatsError }

/**
 * Sends one assign call of a bulk job, and returns the answer with its kind. Throws only errors that are not a
 * SeatsError.
 */
export async function sendAssign(
  client: SeatsClient,
  source: SeatSource,
  recipient: SeatInvitee,
  results: readonly AssignSeatsResult[],
): Promise<BulkAnswer> {
  try {
    // The call gets no signal. So it runs to its end after an abort, and its outcome is known.
    const seat = await client.assignSeat({ ...recipient, ...source } as SeatAssign, { retry: false })
    return { kind: 'seat', seat }
  } catch (error) {
    if (!isSeatsError(error)) throw error
    return { kind: bulkAnswerKind(error, recipient, results), error }
  }
}

function bulkAnswerKind(error: SeatsError, recipient: SeatInvitee, results: readonly AssignSeatsResult[]): ErrorKind {
  const kind = answerKind(error)
  // The user's grant may lack only the right to use customer ids or `immediate_claim`. So the job goes on for
  // recipients who need no such right.
  const lacksRight = error.code === 'OperationNotGranted' && needsRight(recipient)
  const isOpenWithoutRight = (result: AssignSeatsResult) =>
    result.outcome === 'skipped' && !needsRight(result.recipient)
  return kind === 'refused_for_all' && lacksRight && results.some(isOpenWithoutRight) ? 'refused' : kind
}

/** Returns whether `@seats/server` seats this recipient only for users with a special right in their grant. */
const needsRight = ({ immediate_claim, customer_id, external_customer_id }: SeatInvitee) =>
  immediate_claim || customer_id || external_customer_id
