import type { CustomerSeat, SeatsList } from '@seats/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrivalsOf, arrivalsOverlay } from '../../../src/query/bulk/arrivalsOverlay.ts'
import { seatOf, revokedSeat, roster, source } from '../../seats.ts'

const emails = Array.from({ length: 5 }, (_, index) => `person${index}@example.com`)
const totalSeats = 6

/** Returns the addresses in the rows that the overlay has added to the roster. */
const shownBy = (shown: SeatsList, { seats }: SeatsList) => shown.seats.slice(seats.length).map(({ email }) => email)

test('an arrival is shown once, unless it has an outcome or a seat, or no seat is free', () => {
  const personIndex = fc.nat(emails.length - 1)
  /** A change of the roster or of the job. After each change, the roster is shown again. */
  const step = fc.oneof(
    fc.record({ kind: fc.constant('seat' as const), personIndex }),
    fc.record({ kind: fc.constant('revoke' as const), personIndex }),
    fc.record({ kind: fc.constant('outcome' as const), personIndex }),
    fc.record({ kind: fc.constant('read again' as const), personIndex }),
  )
  fc.assert(
    fc.property(fc.array(personIndex, { maxLength: 8 }), fc.array(step, { maxLength: 12 }), (people, steps) => {
      const recipients = people.map((index) => ({ email: emails[index] ?? '' }))
      const arrivals = arrivalsOf(source, recipients, 0)
      const showArrivals = arrivalsOverlay(arrivals)
      let seats: CustomerSeat[] = []
      for (const { kind, personIndex } of steps) {
        const email = emails[personIndex] ?? ''
        if (kind === 'seat') seats = [...seats, seatOf(email)]
        if (kind === 'revoke') seats = seats.map((seat) => (seat.email === email ? revokedSeat({ id: seat.id }) : seat))
        if (kind === 'read again') seats = seats.toReversed().map((seat) => ({ ...seat }))
        const arrival = arrivals.get(personIndex)
        if (kind === 'outcome' && arrival) arrival.hasOutcome = true
        const currentRoster = roster(seats, totalSeats)
        const firstPlaces = recipients.flatMap(({ email }, index) =>
          recipients.findIndex((other) => other.email === email) === index ? [index] : [],
        )
        const expected = firstPlaces
          .filter((index) => arrivals.get(index)?.hasOutcome === false)
          .map((index) => recipients[index]?.email)
          .filter((email) => !seats.some((seat) => seat.email === email))
          .slice(0, currentRoster.available_seats)
        const shown = showArrivals(currentRoster)
        expect(shownBy(shown, currentRoster)).toEqual(expected)
        expect(shown.seats.slice(0, seats.length)).toEqual(seats)
      }
    }),
  )
})
