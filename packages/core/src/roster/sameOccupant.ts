import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import { addressKey } from './addressKey.ts'
import { seatOccupant } from './seatOccupant.ts'

/**
 * Returns whether the same person has both seats. The seats can be one row at two times. Returns false if one of them
 * is revoked, because nobody has a revoked seat. If both seats have only a customer id, compares the customer ids.
 */
export function sameOccupant(a: CustomerSeat, b: CustomerSeat): boolean {
  const occupantA = seatOccupant(a)
  const occupantB = seatOccupant(b)
  if (occupantA === null || occupantB === null) return false
  if (occupantA.member_id !== null && occupantB.member_id !== null) return occupantA.member_id === occupantB.member_id
  if (occupantA.email !== null && occupantB.email !== null)
    return addressKey(occupantA.email) === addressKey(occupantB.email)
  // With Polar's member model every row has the id of the paying customer. So a customer id counts only if there is
  // no other identifier.
  const haveOnlyCustomerIds = [occupantA, occupantB].every(
    ({ email, member_id }) => email === null && member_id === null,
  )
  return haveOnlyCustomerIds && a.customer_id === b.customer_id
}
