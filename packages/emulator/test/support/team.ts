import type { Emulator, Seed } from '../../src/exports/index.ts'
import { call, type CallOptions } from './api.ts'

export const period = { current_period_start: '2026-09-01T00:00:00Z', current_period_end: '2026-10-01T00:00:00Z' }
/** A time 473 hours before the end of `period`, which has 720 hours. */
export const midSeptember = '2026-09-11T07:00:00Z'

const tiers = [
  { min_seats: 2, max_seats: 9, price_per_seat: 1000 },
  { min_seats: 10, max_seats: 20, price_per_seat: 800 },
]

/** Returns a seed with a team that has members, a working card, and three seats in volume tiers. */
export const teamSeed = (organization: Partial<NonNullable<Seed['organizations']>[number]> = {}): Seed => ({
  organizations: [
    {
      slug: 'acme',
      tokens: [
        { token: 'polar_oat_acme' },
        { token: 'polar_oat_reader', scopes: ['subscriptions:read', 'members:read'] },
      ],
      products: [
        { ref: 'team', name: 'Team', price: { type: 'volume', tiers } },
        { ref: 'pro', name: 'Pro', price: { tiers: [{ min_seats: 1, max_seats: null, price_per_seat: 2000 }] } },
        { ref: 'yearly', name: 'Yearly', price: { interval: 'year' } },
        { ref: 'solo', name: 'Solo', seat_based: false, amount: 3000 },
        {
          ref: 'hybrid',
          name: 'Hybrid',
          amount: 5000,
          price: { tiers: [{ min_seats: 1, max_seats: null, price_per_seat: 900 }] },
        },
      ],
      discounts: [
        { ref: 'tenth', name: 'Tenth', type: 'percentage', basis_points: 1000 },
        { ref: 'tenner', name: 'Ten off', type: 'fixed', amount: 1000 },
      ],
      customers: [
        {
          ref: 'jane',
          email: 'jane@example.com',
          external_id: 'cus_jane',
          owner_ref: 'owner',
          payment_method: 'ok',
          members: [
            { ref: 'alice', email: 'alice@example.com', external_id: 'usr_alice' },
            { ref: 'bill', email: 'bill@example.com', external_id: 'usr_bill', role: 'billing_manager' },
          ],
        },
        { ref: 'solo_customer', email: 'sam@example.com', payment_method: 'ok' },
      ],
      subscriptions: [
        {
          ref: 'sub',
          product: 'team',
          customer: 'jane',
          seats: 3,
          ...period,
          roster: [
            { ref: 'seat_alice', email: 'alice@example.com' },
            { ref: 'seat_bob', email: 'bob@example.com', status: 'pending' },
          ],
        },
        { ref: 'solosub', product: 'solo', customer: 'solo_customer', ...period },
        { ref: 'hybridsub', product: 'hybrid', customer: 'jane', seats: 2, discount: 'tenner', ...period },
      ],
      ...organization,
    },
    {
      slug: 'rival',
      tokens: [{ token: 'polar_oat_rival' }],
      customers: [{ ref: 'rob', email: 'rob@example.com', members: [{ ref: 'ray' }] }],
      subscriptions: [{ ref: 'sub' }],
    },
  ],
})

/** The JSON of an answer. */
export interface Json {
  [field: string]: Json | Json[] | string | number | boolean | null | undefined
}

/** Returns functions for the calls about a team. Without a ref, they use the subscription `acme/sub`. */
export function teamCalls(emulator: Emulator) {
  const send = async (method: string, path: string, body?: unknown, options: CallOptions = {}) => {
    const answer = await call(emulator, method, path, { ...options, ...(body !== undefined && { body }) })
    return { status: answer.status, body: answer.body as unknown as Json }
  }
  const subscriptionPath = (ref = 'acme/sub') => `/v1/subscriptions/${emulator.ref(ref)}`
  return {
    send,
    getSubscription: (ref?: string) => send('GET', subscriptionPath(ref)),
    updateSubscription: (body: object, ref?: string) => send('PATCH', subscriptionPath(ref), body),
    preview: (body: object, ref?: string) => send('POST', `${subscriptionPath(ref)}/change-preview`, body),
    chargePreview: (ref?: string) => send('GET', `${subscriptionPath(ref)}/charge-preview`),
    session: async (member: string, customer = 'acme/jane') => {
      const { body } = await send('POST', '/v1/customer-sessions/', {
        customer_id: emulator.ref(customer),
        member_id: emulator.ref(member),
      })
      return String(body['token'])
    },
    events: () => emulator.deliveries().map(({ type }) => type),
    eventData: (type: string) =>
      emulator
        .deliveries()
        .filter((delivery) => delivery.type === type)
        .map(({ body }) => (JSON.parse(body) as { data: Json }).data),
  }
}
