import type { SeatRow } from '../../storage/database/rows.ts'

type Call = 'claim' | 'revoke'

interface Race {
  /** The pending seat, as both calls read it. */
  before: SeatRow
  first?: Call
}

/**
 * Pending seats whose next claim and next revoke overlap. Each of the two calls reads the seat as it was before the other
 * one, and writes only the columns that it changes. The claim writes last: the seat is then claimed, and by nobody.
 */
export class SeatRaces {
  readonly #races = new Map<string, Race>()

  start(seat: SeatRow): void {
    this.#races.set(seat.id, { before: seat })
  }

  /** The seat as a claim still reads it, although a revoke has been answered. */
  readByClaim(token: string): SeatRow | undefined {
    return [...this.#races.values()].find(
      ({ before, first }) => first === 'revoke' && before.invitation_token === token,
    )?.before
  }

  /** The seat as a revoke still reads it, although a claim has been answered. */
  readByRevoke(seatId: string): SeatRow | undefined {
    const race = this.#races.get(seatId)
    return race?.first === 'claim' ? race.before : undefined
  }

  /** Notes that a call has changed the seat. The race is over once both have. */
  note(seatId: string, call: Call): void {
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
