import type { Seed } from './Seed.ts'

/** What an emulator starts with unless it is given a seed: enough for the first call. */
export const defaultSeed: Seed = {
  organizations: [
    {
      slug: 'acme',
      name: 'Acme',
      tokens: [
        {
          token: 'polar_oat_acme',
          scopes: ['customer_seats:read', 'customer_seats:write', 'customer_sessions:write'],
        },
      ],
      products: [
        { ref: 'team', name: 'Team' },
        { ref: 'license', name: 'Team License', recurring: false },
      ],
      customers: [{ ref: 'jane', email: 'jane@example.com', name: 'Jane' }],
      subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 10 }],
      orders: [{ ref: 'ord', product: 'license', customer: 'jane', seats: 5, status: 'paid' }],
    },
  ],
}
