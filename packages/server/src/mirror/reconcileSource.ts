import { getSubscription, isSeatsError, type SeatsClient, type SeatSource } from '@seats/core'
import { microseconds } from '../internal/microseconds.ts'
import { causeOfRevoke, evidenceOf } from '../lapses/causeOfRevoke.ts'
import { readSubscriptionState } from '../lapses/SubscriptionState.ts'
import { mirrorOrder, mirrorSubscription } from './mirrorSource.ts'
import type { MirrorSeat, MirrorTable } from './MirrorTable.ts'
import { writeSeat } from './recordEvent.ts'
import { writeRow } from './writeRow.ts'

interface ReconcileParams {
  client: SeatsClient
  table: MirrorTable
  source: SeatSource
  /** Waits until one more call may be sent. */
  waitForTurn: () => Promise<void>
  signal: AbortSignal | undefined
}

/**
 * Makes the rows of one source equal to its roster. Resolves with the number of rows that were written, and with
 * whether the source no longer exists at Polar.
 */
export async function reconcileSource(params: ReconcileParams): Promise<{ repaired: number; isGone: boolean }> {
  const { client, table, source, waitForTurn, signal } = params
  const id = source.subscription_id ?? source.order_id
  // The rows are read before the roster. So a row that is not on the roster no longer exists at Polar.
  const rows = new Map((await table.findSeats('source_id', id)).map((row) => [row.id, row]))
  const { subscription_id } = source
  try {
    await waitForTurn()
    const roster = await client.listSeats(source, { signal })
    // The subscription is read after the roster. An older state of it could not explain every revoke on the roster.
    let subscription: unknown
    if (subscription_id !== undefined) {
      await waitForTurn()
      subscription = await getSubscription(client, { subscription_id }, { signal })
    }
    const subscriptionState = readSubscriptionState(subscription)
    const evidence = evidenceOf(roster.seats, subscriptionState === undefined ? [] : [subscriptionState])
    let repaired = 0
    for (const seat of roster.seats) {
      const isOrder = seat.order_id !== null
      const cause = isOrder ? 'person' : causeOfRevoke(microseconds(seat.revoked_at ?? ''), evidence)
      const isWritten = await writeSeat(table, { seat, cause, isRead: true }, { before: rows.get(seat.id) })
      repaired += Number(isWritten)
      rows.delete(seat.id)
    }
    for (const row of rows.values()) repaired += Number(await revokeMissingRow(table, row))
    const isWritten = await writeRow({
      find: async () => (await table.findSource(id)) ?? undefined,
      next: (before) =>
        subscription === undefined
          ? mirrorOrder(before, id, roster.total_seats)
          : mirrorSubscription(before, { subscription }),
      write: (row, expected) => table.writeSource(row, expected),
    })
    return { repaired: repaired + Number(isWritten), isGone: false }
  } catch (error) {
    if (!isSeatsError(error, 'ResourceNotFound')) throw error
    return { repaired: await markSourceGone(table, source, rows), isGone: true }
  }
}

/**
 * Gives a source that no longer exists at Polar the status `gone`, and the rows of its seats the status `revoked`.
 * Resolves with the number of rows that were written.
 */
async function markSourceGone(table: MirrorTable, source: SeatSource, rows: Map<string, MirrorSeat>): Promise<number> {
  const id = source.subscription_id ?? source.order_id
  let repaired = 0
  for (const row of rows.values()) repaired += Number(await revokeMissingRow(table, row))
  const isWritten = await writeRow({
    find: async () => (await table.findSource(id)) ?? undefined,
    next: (before) => (before === undefined || before.status === 'gone' ? undefined : { ...before, status: 'gone' }),
    write: (row, expected) => table.writeSource(row, expected),
  })
  return repaired + Number(isWritten)
}

/**
 * Gives a row the status `revoked`, because its seat no longer exists at Polar. Keeps the row's version, so that a
 * newer row from Polar replaces it if the seat comes back.
 */
const revokeMissingRow = (table: MirrorTable, row: MirrorSeat): Promise<boolean> =>
  writeRow({
    before: row,
    find: async () => (await table.findSeats('id', row.id))[0],
    next: (before): MirrorSeat | undefined =>
      before === undefined || before.status === 'revoked' || before.version !== row.version
        ? undefined
        : { ...before, status: 'revoked', revoked_cause: 'unknown' },
    write: (next, expected) => table.writeSeat(next, expected),
  })
