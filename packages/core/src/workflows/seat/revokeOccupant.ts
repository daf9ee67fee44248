import type { CallOptions } from '../../options/CallOptions.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import { randomPause } from '../../internal/wire/retryDelay.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { hasOccupant } from '../../roster/hasOccupant.ts'
import { isNobodysSeat } from '../../roster/isNobodysSeat.ts'
import { lostSeat } from '../../roster/lostSeat.ts'
import { sameOccupant } from '../../roster/sameOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { giveBack } from './giveSeatBack.ts'
import { sendChange, type LostCall } from './sendChange.ts'
import { otherPersonLostSeatError } from './otherPersonLostSeatError.ts'
import { sendWithRateLimitWait } from '../run/sendWithRateLimitWait.ts'
import { readAfterLoss, settleLost, stillAmbiguous } from './settleLost.ts'
import { traceOfRevoke } from './traceOfRevoke.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** The largest number of times that a revoke is sent if each answer is lost. */
const maxAttempts = 4

interface RevokedRow {
  /** The row as it is afterwards. Undefined if the source has no such row. */
  row: CustomerSeat | undefined
  /** True if this run has revoked the seat. */
  revoked: boolean
  /** True if somebody whom the caller did not mean lost the seat. They have been seated again. */
  isGivenBack?: true
}

/**
 * Revokes a seat if the same person still has it. Reads the roster just before the revoke, and again after a lost
 * answer.
 *
 * Polar cannot check the occupant in a revoke. Between the read and the revoke, the seat can get a new occupant or be
 * claimed. The answer shows who lost the seat. If that is another person, they are seated again at once.
 *
 * @param mayRevoke Called with the row if it has the expected occupant. Returns whether to revoke the seat.
 */
export async function revokeOccupant(
  run: WorkflowRun,
  source: SeatSource,
  seat: CustomerSeat,
  mayRevoke: (row: CustomerSeat) => boolean,
): Promise<RevokedRow> {
  const { client, signal } = run
  let lostCall: LostCall | undefined
  /** The row as it was just before the last revoke that was sent. */
  let before: CustomerSeat | undefined
  const read = () => client.listSeats(source, { ...(lostCall === undefined && { signal }), retry: false })
  for (let attempt = 1; ; attempt++) {
    const roster = await (lostCall ? readAfterLoss(run, lostCall, read) : sendWithRateLimitWait(run, read))
    const row = findRow(roster, seat)
    const settledRow = lostCall && before && (await settleRevoke(run, source, before, row, mayRevoke))
    if (settledRow !== undefined) return settledRow
    const isExpectedRow = row !== undefined && (sameOccupant(row, seat) || isNobodysSeat(row))
    if (!isExpectedRow || !mayRevoke(row)) return { row, revoked: false }
    if (lostCall !== undefined && signal?.aborted) throw lostCall.error
    signal?.throwIfAborted()
    before = row
    const sentRevoke = await sendRevoke(run, lostCall, source, row)
    // `@seats/server` has refused the revoke, because the seat has another occupant now.
    if (sentRevoke.changedError !== undefined) {
      const { seat: seatNow = row } = sentRevoke.changedError
      // The new occupant has lost the seat by this revoke, and the server could not seat them again.
      if (seatNow.status === 'revoked') throw sentRevoke.changedError
      if (lostCall !== undefined && attempt < maxAttempts) continue
      return { row: seatNow, revoked: false }
    }
    if (sentRevoke.lostCall === undefined) {
      const lastOccupantSeat = lostSeat(row, sentRevoke.answer)
      const hasExpectedPersonLostSeat =
        hasOccupant(lastOccupantSeat, row) &&
        (lastOccupantSeat.claimed_at === row.claimed_at || mayRevoke(lastOccupantSeat))
      if (hasExpectedPersonLostSeat) return { row: sentRevoke.answer, revoked: true }
      return giveRowBack(run, source, lastOccupantSeat, sentRevoke.answer)
    }
    lostCall = sentRevoke.lostCall
    if (attempt === maxAttempts) {
      const beforeRevoke = before
      const find = (lateRoster: SeatsList) =>
        settleRevoke(run, source, beforeRevoke, findRow(lateRoster, seat), mayRevoke)
      return settleLost(run, lostCall, read, find)
    }
    await sleep(randomPause(run.retry, attempt + 1))
  }
}

/**
 * Revokes a row that is claimed although nobody has it, because a claim overlapped its revoke. Returns the row as it is
 * afterwards, or undefined if the source has no such row or a call fails.
 */
export async function freeNobodysSeat(
  run: WorkflowRun,
  source: SeatSource,
  seatId: string,
): Promise<CustomerSeat | undefined> {
  try {
    const roster = await sendWithRateLimitWait(run, () => run.client.listSeats(source, { retry: false }))
    const row = findRow(roster, { id: seatId })
    if (row === undefined || !isNobodysSeat(row)) return row
    return (await revokeOccupant(run, source, row, isNobodysSeat)).row
  } catch (error) {
    // The person has lost the seat in any case, and the row can also be freed later. So an error is ignored.
    if (isSeatsError(error) || run.signal?.aborted) return undefined
    throw error
  }
}

/**
 * Sends one revoke. Resolves with `changedError` if `@seats/server` refused the revoke because the row has another
 * occupant.
 */
async function sendRevoke(
  run: WorkflowRun,
  earlierLostCall: LostCall | undefined,
  source: SeatSource,
  row: CustomerSeat,
) {
  try {
    const send = (options: CallOptions) => run.client.revokeSeat(row.id, { source, occupant: row, ...options })
    return { changedError: undefined, ...(await sendChange(run, send)) }
  } catch (error) {
    if (isSeatsError(error, 'SeatOccupantChanged')) return { changedError: error }
    if (earlierLostCall === undefined) throw error
    if (isSeatsError(error, 'RateLimited')) throw stillAmbiguous(error, earlierLostCall.error)
    throw !isSeatsError(error) && run.signal?.aborted ? earlierLostCall.error : error
  }
}

const findRow = ({ seats }: SeatsList, { id }: Pick<CustomerSeat, 'id'>) => seats.find((row) => row.id === id)

/**
 * Completes a revoke whose answer was lost, if the row shows that the revoke was made. Otherwise resolves with
 * undefined.
 */
async function settleRevoke(
  run: WorkflowRun,
  source: SeatSource,
  before: CustomerSeat,
  row: CustomerSeat | undefined,
  mayRevoke: (row: CustomerSeat) => boolean,
): Promise<RevokedRow | undefined> {
  const trace = traceOfRevoke(before, row)
  if (trace === 'none') return undefined
  if (trace === 'another') throw otherPersonLostSeatError(row)
  if (trace === 'nobody') return { row: (await freeNobodysSeat(run, source, before.id)) ?? row, revoked: true }
  const claimedSeat = { ...before, status: 'claimed' }
  const isExpectedRow = trace === 'revoked' || mayRevoke(claimedSeat)
  if (isExpectedRow) return { row, revoked: true }
  return giveRowBack(run, source, claimedSeat, row)
}

/**
 * Gives a seat to the person who has lost theirs by mistake.
 *
 * @param lost The seat as it was just before the revoke.
 * @param row The row as it is after the revoke.
 * @throws SeatsError if the person has no seat now, or if the roster does not show their seat.
 */
async function giveRowBack(
  run: WorkflowRun,
  source: SeatSource,
  lost: CustomerSeat,
  row: CustomerSeat | undefined,
): Promise<RevokedRow> {
  const newSeat = await giveBack(run, source, lost, row)
  if (newSeat === null) throw otherPersonLostSeatError(row)
  return { row: newSeat, revoked: false, isGivenBack: true }
}
