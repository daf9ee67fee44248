import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatOccupantRef } from '../../schemas/SeatOccupantRef.ts'

/** One identifier of an occupant. */
export interface OccupantIdentity {
  kind: 'member_id' | 'external_member_id' | 'email' | 'customer_id'
  value: string
}

type Fields = Partial<CustomerSeat> & { external_member_id?: string | null }

/**
 * Returns the most exact identifier of an occupant, or null for nobody. The customer id comes last, because with
 * Polar's member model every row has the id of the paying customer.
 */
export function occupantIdentity(occupant: SeatOccupantRef): OccupantIdentity | null {
  const { status, member, ...fields }: Fields = occupant ?? {}
  if (status === 'revoked') return null
  const identify = (kind: OccupantIdentity['kind'], value?: string | null) => (value ? { kind, value } : null)
  return (
    identify('member_id', fields.member_id ?? member?.id) ??
    identify('external_member_id', fields.external_member_id) ??
    identify('email', fields.email ?? fields.customer_email ?? member?.email) ??
    identify('customer_id', fields.customer_id)
  )
}
