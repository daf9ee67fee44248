import type { SeatRow } from '../../storage/database/rows.ts'

type Call = 'claim' | 'revoke'

interface Race {
  /** The pending seat as both calls read it. */
  before: SeatRow
  first?: Call
}

/**
 * Pending seats whose next claim and next revoke overlap. Each of the two calls reads the seat as it was before the
 * other call, and writes only the columns that it changes. The claim writes last. In the end the seat is claimed, and
 * nobody has it.
 */
export class SeatRaces {
  readonly #races = new Map<string, Race>()

  start(seat: SeatRow): void {
    this.#races.set(seat.id, { before: seat })
  }

  /** If a claim with this token overlaps an earlier revoke, returns the seat as it was before that revoke. */
  findSeatBeforeRevoke(token: string): SeatRow | undefined {
    return [...this.#races.values()].find(
      ({ before, first }) => first === 'revoke' && before.invitation_token === token,
    )?.before
  }

  /** If a revoke of this seat overlaps an earlier claim, returns the seat as it was before that claim. */
  findSeatBeforeClaim(seatId: string): SeatRow | undefined {
    const race = this.#races.get(seatId)
    return race?.first === 'claim' ? race.before : undefined
  }

  /** Records that a call has changed the seat. After both calls the race is over. */
  recordCall(seatId: string, call: Call): void {
    const race = this.#races.get(seatId)
    if (race === undefined) return
    if (race.first === undefined) race.first = call
    else if (race.first !== call) this.end(seatId)
  }

  end(seatId: string): void {
    this.#races.delete(seatId)
  }

  clear(): void {
    this.#races.clear()
  }
}
