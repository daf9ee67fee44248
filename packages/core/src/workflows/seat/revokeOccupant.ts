import type { CallOptions } from '../../options/CallOptions.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import { backoff } from '../../internal/wire/retryDelay.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { hasOccupant } from '../../roster/hasOccupant.ts'
import { isNobodysSeat } from '../../roster/isNobodysSeat.ts'
import { lostSeat } from '../../roster/lostSeat.ts'
import { sameOccupant } from '../../roster/sameOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { giveBack } from './giveBack.ts'
import { sendChange, type LostCall } from './LostCall.ts'
import { mayHaveHitAnother } from './mayHaveHitAnother.ts'
import { sendPatiently } from '../run/sendPatiently.ts'
import { readAfter, settleLost, stillOpen } from './settleLost.ts'
import { traceOfRevoke } from './traceOfRevoke.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** Times that a revoke is sent whose answers are lost. */
const maxAttempts = 4

interface RevokedRow {
  /** The row as it is then; undefined if the source has no such row. */
  row: CustomerSeat | undefined
  /** Whether this run has revoked it. */
  revoked: boolean
}

/**
 * Revokes a seat while this person has it. The roster is read just before, and again after an answer that was lost.
 *
 * Polar has no conditional revoke: between the read and the revoke the row can get a new occupant, or be claimed. The
 * answer tells who lost the seat and since when they had it, so that such a person is seated again at once.
 *
 * @param mayRevoke Returns whether the row, whose occupant is the right one, may be revoked as it is now.
 */
export async function revokeOccupant(
  run: WorkflowRun,
  source: SeatSource,
  seat: CustomerSeat,
  mayRevoke: (row: CustomerSeat) => boolean,
): Promise<RevokedRow> {
  const { client, signal } = run
  let lost: LostCall | undefined
  /** The row as it was just before the last revoke that was sent. */
  let before: CustomerSeat | undefined
  const read = () => client.listSeats(source, { ...(lost === undefined && { signal }), retry: false })
  for (let attempt = 1; ; attempt++) {
    const roster = await (lost ? readAfter(run, lost, read) : sendPatiently(run, read))
    const row = rowOf(roster, seat)
    const settled = lost && before && (await settleRevoke(run, source, before, row, mayRevoke))
    if (settled !== undefined) return settled
    const isMeant = row !== undefined && (sameOccupant(row, seat) || isNobodysSeat(row))
    if (!isMeant || !mayRevoke(row)) return { row, revoked: false }
    if (lost !== undefined && signal?.aborted) throw lost.error
    signal?.throwIfAborted()
    before = row
    const sent = await sendRevoke(run, lost, source, row)
    // From `@seats/server`, which reads the roster too: it has another occupant by now.
    if (sent.changed !== undefined) {
      if (lost !== undefined && attempt < maxAttempts) continue
      return { row: sent.changed.seat ?? row, revoked: false }
    }
    if (sent.lost === undefined) {
      const lostBy = lostSeat(row, sent.answer)
      const wasMeant = hasOccupant(lostBy, row) && (lostBy.claimed_at === row.claimed_at || mayRevoke(lostBy))
      if (wasMeant) return { row: sent.answer, revoked: true }
      return { row: (await giveBack(run, source, lostBy)) ?? sent.answer, revoked: false }
    }
    lost = sent.lost
    if (attempt === maxAttempts) {
      const seen = before
      const find = (late: SeatsList) => settleRevoke(run, source, seen, rowOf(late, seat), mayRevoke)
      return settleLost(run, lost, read, find)
    }
    await sleep(backoff(run.retry, attempt + 1))
  }
}

/** Revokes a row if a claim that overlapped its revoke has taken it for nobody. Returns the row as it is then. */
export async function freeNobodysSeat(
  run: WorkflowRun,
  source: SeatSource,
  seatId: string,
): Promise<CustomerSeat | undefined> {
  try {
    const roster = await sendPatiently(run, () => run.client.listSeats(source, { retry: false }))
    const row = rowOf(roster, { id: seatId })
    if (row === undefined || !isNobodysSeat(row)) return row
    return (await revokeOccupant(run, source, row, isNobodysSeat)).row
  } catch (error) {
    // The person has lost the seat all the same, and the next look finds the row.
    if (isSeatsError(error) || run.signal?.aborted) return undefined
    throw error
  }
}

/** Sends one revoke. `changed`: `@seats/server` has refused it, because the row has another occupant. */
async function sendRevoke(run: WorkflowRun, before: LostCall | undefined, source: SeatSource, row: CustomerSeat) {
  try {
    const send = (options: CallOptions) => run.client.revokeSeat(row.id, { source, occupant: row, ...options })
    return { changed: undefined, ...(await sendChange(run, send)) }
  } catch (error) {
    if (isSeatsError(error, 'SeatOccupantChanged')) return { changed: error }
    if (before === undefined) throw error
    if (isSeatsError(error, 'RateLimited')) throw stillOpen(error, before.error)
    throw !isSeatsError(error) && run.signal?.aborted ? before.error : error
  }
}

const rowOf = ({ seats }: SeatsList, { id }: Pick<CustomerSeat, 'id'>) => seats.find((row) => row.id === id)

/** Acts on what a row shows of a revoke whose answer was lost. Undefined: it does not show it, or not yet. */
async function settleRevoke(
  run: WorkflowRun,
  source: SeatSource,
  before: CustomerSeat,
  row: CustomerSeat | undefined,
  mayRevoke: (row: CustomerSeat) => boolean,
): Promise<RevokedRow | undefined> {
  const trace = traceOfRevoke(before, row)
  if (trace === 'none') return undefined
  if (trace === 'another') throw mayHaveHitAnother()
  if (trace === 'nobody') return { row: (await freeNobodysSeat(run, source, before.id)) ?? row, revoked: true }
  const claimed = { ...before, status: 'claimed' }
  const isMeant = trace === 'revoked' || mayRevoke(claimed)
  return isMeant ? { row, revoked: true } : { row: (await giveBack(run, source, claimed)) ?? row, revoked: false }
}
