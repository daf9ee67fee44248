import { isNobodysSeat } from '../../roster/isNobodysSeat.ts'
import { sameOccupant } from '../../roster/sameOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'

/**
 * The state of a row after a revoke whose answer was lost:
 * - `none`: nothing has changed. The same person still has the seat, or still nobody has it.
 * - `revoked`: the person has lost the seat.
 * - `claimed`: the person claimed the seat just before, and has lost it.
 * - `nobody`: a claim overlapped the revoke. The person has lost the seat, and the row says claimed but names nobody.
 * - `another`: another person got the seat before it was revoked. The row does not show who.
 */
export type RevokeTrace = 'none' | 'revoked' | 'claimed' | 'nobody' | 'another'

/** Compares a row from just before a revoke with the row after it, if the revoke's answer was lost. */
export function traceOfRevoke(before: CustomerSeat, after: CustomerSeat | undefined): RevokeTrace {
  if (after === undefined) return 'revoked'
  if (isNobodysSeat(after)) return isNobodysSeat(before) ? 'none' : 'nobody'
  if (after.status !== 'revoked') return sameOccupant(before, after) ? 'none' : 'revoked'
  const { invitation_token_expires_at: expires, claimed_at } = after
  if (expires !== before.invitation_token_expires_at) return 'another'
  if (claimed_at === before.claimed_at) return 'revoked'
  // A seat without an invitation is claimed at its assignment. So if `claimed_at` has changed, the seat was
  // assigned again.
  return expires === null ? 'another' : 'claimed'
}
