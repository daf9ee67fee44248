import { optimisticPrefix } from './optimisticPrefix.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/**
 * Returns whether a seat is in use although nobody has it: a claim that overlapped a revoke can leave such a row. Only a
 * revoke by its id frees it.
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
  [seat.customer_id, seat.member_id, seat.member, seat.email, seat.customer_email].every((name) => name === null) &&
  // A row that is shown in advance has no names yet if its recipient is named by an id of the app's own.
  !seat.id.startsWith(optimisticPrefix)
