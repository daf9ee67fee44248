import type { SeenSeatCount } from '@seats/core'
import { notGranted } from '../../http/refusals.ts'
import { misconfigured } from '../../internal/misconfigured.ts'
import type { SeatCountOperation } from './SeatCountOperation.ts'
import type { SeatsGrant } from './SeatsGrant.ts'

/** The values of `seatCount` that allow each operation. */
const allowingValues: Record<SeatCountOperation, readonly unknown[]> = {
  getSubscription: ['read', 'buy', 'change'],
  previewSeatCount: ['buy', 'change'],
  updateSeatCount: ['buy', 'change'],
  cancelSeatCountChange: ['change'],
}

/**
 * Checks that a grant allows an operation on the seat count. `checkDirection` checks later whether the user may reduce
 * the count.
 *
 * @param seats The count that the request asks for.
 * @throws Refusal with status 403 if the grant does not allow the operation.
 * @throws SeatsError `ConfigurationError` if `authorize` returned a value that is not valid.
 */
export function checkSeatCountGrant(grant: SeatsGrant, operation: SeatCountOperation, seats: number | undefined): void {
  checkSeatCountFields(grant)
  const { seatCount, maxSeats } = grant
  if (!allowingValues[operation].includes(seatCount)) throw notYours()
  if (seats !== undefined && maxSeats !== undefined && seats > maxSeats) {
    throw notGranted(`You may choose at most ${maxSeats} seats. Ask the person who manages your team.`)
  }
}

/** @throws SeatsError `ConfigurationError` if `authorize` returned a `seatCount` or `maxSeats` that is not valid. */
export function checkSeatCountFields({ seatCount, maxSeats }: SeatsGrant): void {
  if (seatCount !== undefined && !allowingValues.getSubscription.includes(seatCount)) {
    throw invalidGrant("`seatCount` is not 'read', 'buy' or 'change'.")
  }
  if (maxSeats !== undefined && !(Number.isInteger(maxSeats) && maxSeats > 0)) {
    throw invalidGrant('`maxSeats` is not a whole number of at least 1.')
  }
}

/**
 * @throws Refusal with status 403 if the grant only allows buying, and the new count is not above the present one, or
 * is below the scheduled one.
 */
export function checkDirection({ seatCount }: SeatsGrant, from: SeenSeatCount, seats: number): void {
  if (seatCount !== 'change' && (seats <= from.seats || seats < (from.pending_update?.seats ?? 0))) throw notYours()
}

const notYours = () => notGranted('You may not do this with the seat count. Ask the person who pays for your team.')

const invalidGrant = (problem: string) => misconfigured(`In the grant that \`authorize\` returned, ${problem}`)
