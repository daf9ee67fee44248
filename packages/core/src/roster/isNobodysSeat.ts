import { optimisticPrefix } from './optimisticPrefix.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/**
 * Returns whether a seat is claimed although nobody has it. A claim at the same time as a revoke can leave such a seat.
 * Only another revoke frees it.
 *
 * @param seat A seat of a roster.
 *
 * @example
 * ```ts
 * import { isNobodysSeat, type CustomerSeat } from '@seats/core'
 *
 * const buttonLabel = (seat: CustomerSeat) => (isNobodysSeat(seat) ? 'Free this seat' : 'Revoke')
 * ```
 */
export const isNobodysSeat = (seat: CustomerSeat): boolean =>
  seat.status === 'claimed' &&
  [seat.customer_id, seat.member_id, seat.member, seat.email, seat.customer_email].every((field) => field === null) &&
  // A row that is shown before the server's answer can lack all of these fields too, if its recipient has only an
  // external id.
  !seat.id.startsWith(optimisticPrefix)
