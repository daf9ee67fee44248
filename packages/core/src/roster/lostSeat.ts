import { occupantIdentity } from '../internal/wire/occupantIdentity.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import { addressKey } from './addressKey.ts'
import { plainId } from './plainId.ts'
import { seatOccupant } from './seatOccupant.ts'

/**
 * Returns a revoked seat as it was just before the revoke, with its last occupant. If another person has got the seat
 * since the last read, the answer to the revoke can name that person.
 *
 * @param before The seat from the last read before the revoke.
 * @param after The answer to the revoke. If it names nobody, the occupant of `before` counts as the last occupant.
 *
 * @example
 * ```ts
 * import { hasOccupant, lostSeat, type CustomerSeat } from '@seats/core'
 *
 * const hitSomebodyElse = (before: CustomerSeat, after: CustomerSeat) => !hasOccupant(lostSeat(before, after), before)
 * ```
 */
export function lostSeat(before: CustomerSeat, after: CustomerSeat): CustomerSeat {
  const { claimed_at } = after
  const isClaimedSince = claimed_at !== null && claimed_at !== before.claimed_at
  if (!namesAnotherPerson(before, after)) return { ...before, ...(isClaimedSince && { status: 'claimed', claimed_at }) }
  return {
    ...after,
    status: isClaimedSince ? 'claimed' : 'pending',
    member_id: after.member?.id ?? null,
    email: after.customer_email ?? after.member?.email ?? null,
    revoked_at: null,
  }
}

/** Returns whether the answer to the revoke names another person than the last read. */
function namesAnotherPerson(before: CustomerSeat, { member, customer_email }: CustomerSeat): boolean {
  const earlierOccupant = seatOccupant(before)
  if (member && earlierOccupant?.member_id) return plainId(member.id) !== plainId(earlierOccupant.member_id)
  const email = customer_email ?? member?.email
  if (email && earlierOccupant?.email) return addressKey(email) !== addressKey(earlierOccupant.email)
  return Boolean(email) && !['member_id', 'external_member_id'].includes(occupantIdentity(before)?.kind ?? '')
}
