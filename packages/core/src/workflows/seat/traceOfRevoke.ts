import { isNobodysSeat } from '../../roster/isNobodysSeat.ts'
import { sameOccupant } from '../../roster/sameOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'

/**
 * What a row shows of a revoke whose answer was lost:
 * - `none`: the same person still has the seat.
 * - `revoked`: the person has lost it.
 * - `claimed`: the person has lost it, and had claimed it just before.
 * - `nobody`: the person has lost it, and their claim, which overlapped the revoke, has taken it for nobody.
 * - `another`: it went to somebody else before it was revoked. The row does not tell to whom.
 */
export type RevokeTrace = 'none' | 'revoked' | 'claimed' | 'nobody' | 'another'

/** Compares a row as it was just before a revoke with the row as it is after its answer was lost. */
export function traceOfRevoke(before: CustomerSeat, after: CustomerSeat | undefined): RevokeTrace {
  if (after === undefined) return 'revoked'
  if (isNobodysSeat(after)) return isNobodysSeat(before) ? 'none' : 'nobody'
  if (after.status !== 'revoked') return sameOccupant(before, after) ? 'none' : 'revoked'
  const { invitation_token_expires_at: expires, claimed_at } = after
  if (expires !== before.invitation_token_expires_at) return 'another'
  if (claimed_at === before.claimed_at) return 'revoked'
  // Without an invitation the claim is the assignment.
  return expires === null ? 'another' : 'claimed'
}
