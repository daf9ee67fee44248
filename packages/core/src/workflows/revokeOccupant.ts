import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import { sleep } from '../internal/sleep.ts'
import { sameOccupant } from '../roster/sameOccupant.ts'
import { seatRecipient } from '../roster/seatRecipient.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatAssign } from '../schemas/SeatAssign.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { ensureSeat } from './ensureSeat.ts'

const attempts = 4

/**
 * Revokes a seat while this person has it. The roster is read just before, and again after an answer that was lost.
 *
 * Polar knows no condition on a revoke: between the read and the revoke the row can get a new occupant. The answer
 * tells who lost the seat, so that such a person is seated again at once.
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
  let sent = false
  for (let attempt = 1; ; attempt++) {
    const { seats } = await client.listSeats(source, { signal })
    const row = seats.find(({ id }) => id === seat.id)
    if (row === undefined || !sameOccupant(row, seat) || !mayRevoke(row)) {
      return { row, revoked: sent && row?.status === 'revoked' }
    }
    try {
      const answer = await client.revokeSeat(row.id, { source, signal })
      if (!isAnother(answer, row)) return { row: answer, revoked: true }
      return { row: (await giveBack(client, source, answer, signal)) ?? answer, revoked: false }
    } catch (error) {
      if (!isSeatsError(error) || !error.isAmbiguous || attempt === attempts) throw error
      sent = true
      await sleep(Math.random() * 300 * 2 ** attempt, signal)
    }
  }
}

/** The answer to a revoke may still say who had the seat. */
function isAnother(answer: CustomerSeat, expected: CustomerSeat): boolean {
  if (answer.member && expected.member_id) return answer.member.id !== expected.member_id
  const email = expected.email ?? expected.customer_email
  return Boolean(answer.customer_email && email && answer.customer_email.toLowerCase() !== email.toLowerCase())
}

async function giveBack(
  client: SeatsClient,
  source: SeatSource,
  lost: CustomerSeat,
  signal: AbortSignal | undefined,
): Promise<CustomerSeat | null> {
  const recipient = seatRecipient(lost)
  if (recipient === undefined) return null
  const claimed = lost.claimed_at !== null
  const again = { ...recipient, ...source, ...(claimed && { immediate_claim: true }) } as SeatAssign
  return (await ensureSeat(client, again, { signal })).seat
}
