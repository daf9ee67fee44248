import type { CustomerSeat } from '@seats/core'

/** Returns a seat with these fields. */
export const seat = (change: Partial<CustomerSeat>): CustomerSeat => ({
  id: 'a5e0a7f6-3a53-4b53-8a39-0c6b2f1f6a11',
  created_at: '2026-01-01T00:00:00Z',
  modified_at: null,
  subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
  order_id: null,
  status: 'pending',
  customer_id: null,
  member_id: null,
  member: null,
  email: 'ada@fernhill.example',
  customer_email: null,
  invitation_token_expires_at: '2026-11-24T10:00:00Z',
  claimed_at: null,
  revoked_at: null,
  seat_metadata: null,
  ...change,
})
