import { SeatsError, type SeenSeatCount } from '@seats/core'
import { notGranted } from '../../http/refusals.ts'
import type { SeatCountOperation } from './SeatCountOperation.ts'
import type { SeatsGrant } from './SeatsGrant.ts'

/** For each operation: the values of `seatCount` that allow it. */
const allowing: Record<SeatCountOperation, readonly unknown[]> = {
  getSubscription: ['read', 'buy', 'change'],
  previewSeatCount: ['buy', 'change'],
  updateSeatCount: ['buy', 'change'],
  cancelSeatCountChange: ['change'],
}

/**
 * Checks that a grant allows an operation on the seat count. `checkDirection` checks later whether it may go down.
 *
 * @param seats The count that the request asks for.
 * @throws Refusal with status 403 if it does not.
 * @throws SeatsError `ConfigurationError` if `authorize` returned a value that is not valid.
 */
export function checkSeatCountGrant(grant: SeatsGrant, operation: SeatCountOperation, seats: number | undefined): void {
  checkSeatCountFields(grant)
  const { seatCount, maxSeats } = grant
  if (!allowing[operation].includes(seatCount)) throw notYours()
  if (seats !== undefined && maxSeats !== undefined && seats > maxSeats) {
    throw notGranted(`You may choose at most ${maxSeats} seats. Ask the person who manages your team.`)
  }
}

/** @throws SeatsError `ConfigurationError` if `authorize` returned a `seatCount` or `maxSeats` that is not valid. */
export function checkSeatCountFields({ seatCount, maxSeats }: SeatsGrant): void {
  if (seatCount !== undefined && !allowing.getSubscription.includes(seatCount)) {
    throw invalidGrant("`seatCount` is not 'read', 'buy' or 'change'.")
  }
  if (maxSeats !== undefined && !(Number.isInteger(maxSeats) && maxSeats > 0)) {
    throw invalidGrant('`maxSeats` is not a whole number of at least 1.')
  }
}

/**
 * @throws Refusal with status 403 for fewer seats than there are or than are scheduled, if the grant allows only more
 * seats.
 */
export function checkDirection({ seatCount }: SeatsGrant, from: SeenSeatCount, seats: number): void {
  if (seatCount !== 'change' && (seats <= from.seats || seats < (from.pending_update?.seats ?? 0))) throw notYours()
}

const notYours = () => notGranted('You may not do this with the seat count. Ask the person who pays for your team.')

const invalidGrant = (problem: string) =>
  new SeatsError({ code: 'ConfigurationError', detail: `In the grant that \`authorize\` returned, ${problem}` })
