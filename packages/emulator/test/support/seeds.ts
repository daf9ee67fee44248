import type { Seed } from '../../src/exports/index.ts'

const scopes = ['customer_seats:read', 'customer_seats:write', 'customer_sessions:write']

/** Has `acme` with the member model, `legacy` without the member model, and `rival` without seat-based pricing. */
export const seed: Seed = {
  organizations: [
    {
      slug: 'acme',
      tokens: [
        { token: 'polar_oat_acme', scopes },
        { token: 'polar_oat_reader', scopes: ['customer_seats:read'] },
      ],
      products: [
        { ref: 'team', name: 'Team' },
        { ref: 'license', name: 'License', recurring: false },
      ],
      customers: [
        {
          ref: 'jane',
          email: 'jane@example.com',
          external_id: 'cus_jane',
          name: 'Jane',
          members: [
            { ref: 'alice', email: 'alice@example.com', external_id: 'usr_alice' },
            { ref: 'bill', email: 'bill@example.com', external_id: 'usr_bill', role: 'billing_manager' },
          ],
        },
        { ref: 'zoe', email: 'zoe@example.com', external_id: 'cus_zoe' },
      ],
      subscriptions: [
        {
          ref: 'sub',
          product: 'team',
          customer: 'jane',
          seats: 10,
          checkout_id: '5d6c1a2b-8f0a-4c39-9d6c-3f2f6f0e5e6f',
        },
        { ref: 'tiny', product: 'team', customer: 'jane', seats: 1 },
        { ref: 'zoesub', product: 'team', customer: 'zoe', seats: 3 },
      ],
      orders: [
        {
          ref: 'ord',
          product: 'license',
          customer: 'jane',
          seats: 5,
          checkout_id: '6e6c1a2b-8f0a-4c39-9d6c-3f2f6f0e5e6f',
        },
        { ref: 'unpaid', product: 'license', customer: 'jane', seats: 5, status: 'pending' },
      ],
    },
    {
      slug: 'legacy',
      member_model_enabled: false,
      tokens: [{ token: 'polar_oat_legacy', scopes }],
      products: [{ ref: 'team', name: 'Old Team' }],
      customers: [
        { ref: 'max', email: 'max@example.com', external_id: 'cus_max' },
        { ref: 'ida', email: 'ida@example.com', external_id: 'cus_ida' },
      ],
      subscriptions: [{ ref: 'sub', product: 'team', customer: 'max', seats: 5 }],
    },
    {
      slug: 'rival',
      seat_based_pricing_enabled: false,
      tokens: [{ token: 'polar_oat_rival', scopes }],
      products: [{ ref: 'team' }],
      customers: [{ ref: 'rob', email: 'rob@example.com' }],
      subscriptions: [{ ref: 'sub', seats: 5 }],
    },
  ],
}
