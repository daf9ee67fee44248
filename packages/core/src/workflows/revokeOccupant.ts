import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import type { SeatsError } from '../errors/SeatsError.ts'
import { internalsOf } from '../internal/internals.ts'
import { backoff } from '../internal/retryDelay.ts'
import { sleep } from '../internal/sleep.ts'
import { hasOccupant } from '../roster/hasOccupant.ts'
import { lostSeat } from '../roster/lostSeat.ts'
import { sameOccupant } from '../roster/sameOccupant.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { giveSeatBack } from './giveSeatBack.ts'

const attempts = 4

/**
 * Revokes a seat while this person has it. The roster is read just before, and again after an answer that was lost.
 *
 * Polar knows no condition on a revoke: between the read and the revoke the row can get a new occupant, or be claimed.
 * The answer tells who lost the seat and since when they had it, so that such a person is seated again at once.
 *
 * @returns the row as it is then, or undefined where the source has no such row, and whether this call revoked it
 */
export async function revokeOccupant(
  client: SeatsClient,
  source: SeatSource,
  seat: CustomerSeat,
  mayRevoke: (row: CustomerSeat) => boolean,
  signal: AbortSignal | undefined,
): Promise<{ row: CustomerSeat | undefined; revoked: boolean }> {
  const retry = internalsOf(client)?.retry ?? {}
  let lost: SeatsError | undefined
  for (let attempt = 1; ; attempt++) {
    // Without the signal after a lost answer: an abort would hide that the person may have lost the seat.
    const { seats } = await client.listSeats(source, lost ? {} : { signal }).catch((unread: unknown) => {
      throw lost ?? unread
    })
    const row = seats.find(({ id }) => id === seat.id)
    // Gone since an answer was lost: that call has done it.
    if (row === undefined || !sameOccupant(row, seat)) return { row, revoked: lost !== undefined }
    if (!mayRevoke(row)) return { row, revoked: false }
    if (lost !== undefined && signal?.aborted) throw lost
    signal?.throwIfAborted()
    try {
      // Without the signal: a revoke that is under way is let end, so that its outcome is known.
      const answer = await client.revokeSeat(row.id, { source, occupant: row })
      const lostBy = lostSeat(row, answer)
      const wasMeant = hasOccupant(lostBy, row) && (lostBy.claimed_at === row.claimed_at || mayRevoke(lostBy))
      if (wasMeant) return { row: answer, revoked: true }
      return { row: (await giveSeatBack(client, { source, seat: lostBy })) ?? answer, revoked: false }
    } catch (error) {
      // From `@seats/server`, which looks at the roster too: it has another occupant by now.
      if (isSeatsError(error, 'SeatOccupantChanged')) return { row: error.seat ?? row, revoked: lost !== undefined }
      if (!isSeatsError(error) || !error.isAmbiguous || error.recipient || attempt === attempts) throw error
      lost = error
      await sleep(backoff(retry, attempt + 1))
    }
  }
}
