import type { CustomerSeat, SeatsList } from '@seats/core'

export const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }

let uuidCount = 0

/** Returns a new UUID at each call. */
export const uuid = (): string => `00000000-0000-4000-8000-${String(++uuidCount).padStart(12, '0')}`

/** Returns a pending seat of `source`, as Polar sends it. */
export function seat(fields: Partial<CustomerSeat> = {}): CustomerSeat {
  return {
    id: uuid(),
    created_at: '2026-08-01T10:00:00.000000Z',
    modified_at: null,
    subscription_id: source.subscription_id,
    order_id: null,
    status: 'pending',
    customer_id: '11111111-1111-4111-8111-111111111111',
    member_id: null,
    member: null,
    email: null,
    customer_email: fields.email ?? null,
    invitation_token_expires_at: '2026-08-02T10:00:00.000000Z',
    claimed_at: null,
    revoked_at: null,
    seat_metadata: {},
    ...fields,
  }
}

export const seatOf = (email: string, fields: Partial<CustomerSeat> = {}): CustomerSeat => seat({ email, ...fields })

export const revokedSeat = (fields: Partial<CustomerSeat> = {}): CustomerSeat =>
  seat({ status: 'revoked', customer_id: null, revoked_at: '2026-08-01T11:00:00.000000Z', ...fields })

export function roster(seats: CustomerSeat[], total = 10): SeatsList {
  const usedCount = seats.filter(({ status }) => status === 'pending' || status === 'claimed').length
  return { seats, available_seats: Math.max(0, total - usedCount), total_seats: total }
}

export const member = (id: string, email: string, external_id: string | null = null): CustomerSeat['member'] => ({
  id,
  created_at: '2026-08-01T10:00:00.000000Z',
  modified_at: null,
  customer_id: '11111111-1111-4111-8111-111111111111',
  email,
  name: 'Ada Lovelace',
  external_id,
  role: 'member',
})
