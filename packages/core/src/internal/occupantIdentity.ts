import type { SeatOccupantRef } from '../schemas/SeatOccupantRef.ts'
import { isObject, isText } from './is.ts'

/** The kinds of identifiers, the most exact one first. */
const kinds = ['member_id', 'external_member_id', 'email', 'customer_id'] as const

/** One identifier of an occupant. */
export interface OccupantIdentity {
  kind: (typeof kinds)[number]
  value: string
}

/**
 * Returns the most exact identifier of an occupant, or null for nobody. A customer id is the last: with Polar's member
 * model it is the purchaser's on every row.
 */
export function occupantIdentity(occupant: SeatOccupantRef): OccupantIdentity | null {
  // A type does not hold everyone, and an occupant that is not known matches no seat that somebody has.
  const fields: Record<string, unknown> = isObject(occupant) ? occupant : {}
  if (fields.status === 'revoked') return null
  const member = isObject(fields.member) ? fields.member : {}
  const candidates: Record<string, unknown[]> = {
    member_id: [fields.member_id, member.id],
    external_member_id: [fields.external_member_id],
    email: [fields.email, fields.customer_email, member.email],
    customer_id: [fields.customer_id],
  }
  for (const kind of kinds) {
    const value = candidates[kind]?.find((candidate) => isText(candidate) && candidate !== '')
    if (isText(value)) return { kind, value }
  }
  return null
}
