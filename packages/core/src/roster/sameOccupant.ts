import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import { addressKey } from './addressKey.ts'
import { seatOccupant } from './seatOccupant.ts'

/**
 * Returns whether one and the same person has both seats, which may be two moments of one row. Nobody has a revoked seat;
 * two claimed seats without a name, which an interrupted claim leaves behind, count as one person's.
 */
export function sameOccupant(a: CustomerSeat, b: CustomerSeat): boolean {
  const one = seatOccupant(a)
  const other = seatOccupant(b)
  if (one === null || other === null) return false
  if (one.member_id !== null && other.member_id !== null) return one.member_id === other.member_id
  if (one.email !== null && other.email !== null) return addressKey(one.email) === addressKey(other.email)
  // Under the member model every row has the purchaser's customer id: it says something only where nothing else does.
  const isNameless = [one, other].every(({ email, member_id }) => email === null && member_id === null)
  return isNameless && a.customer_id === b.customer_id
}
