/** The checked body of an assign call. */
export interface SeatAssign {
  subscription_id: string | null
  order_id: string | null
  checkout_id?: string | null
  email: string | null
  external_customer_id: string | null
  customer_id: string | null
  external_member_id: string | null
  member_id: string | null
  /** JSON text. */
  metadata: string | null
  immediate_claim: boolean
}

export type SeatRecipient = Pick<
  SeatAssign,
  'email' | 'external_customer_id' | 'customer_id' | 'external_member_id' | 'member_id'
>
