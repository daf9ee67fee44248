import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import { addressKey } from './addressKey.ts'
import { seatOccupant } from './seatOccupant.ts'

/**
 * Returns whether the same person has both seats. They may be one row at two times. Nobody has a revoked seat. Two
 * seats without a name count as one person's if their customer id is the same.
 */
export function sameOccupant(a: CustomerSeat, b: CustomerSeat): boolean {
  const one = seatOccupant(a)
  const other = seatOccupant(b)
  if (one === null || other === null) return false
  if (one.member_id !== null && other.member_id !== null) return one.member_id === other.member_id
  if (one.email !== null && other.email !== null) return addressKey(one.email) === addressKey(other.email)
  // With Polar's member model every row has the purchaser's customer id. So it counts only if there is no other name.
  const isNameless = [one, other].every(({ email, member_id }) => email === null && member_id === null)
  return isNameless && a.customer_id === b.customer_id
}
