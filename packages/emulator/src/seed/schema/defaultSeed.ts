import type { Seed } from './Seed.ts'

/** The seed of an emulator that was given no seed. */
export const defaultSeed: Seed = {
  organizations: [
    {
      slug: 'acme',
      name: 'Acme',
      tokens: [{ token: 'polar_oat_acme' }],
      products: [
        {
          ref: 'team',
          name: 'Team',
          price: {
            type: 'volume',
            tiers: [
              { min_seats: 1, max_seats: 9, price_per_seat: 1000 },
              { min_seats: 10, max_seats: 49, price_per_seat: 900 },
              { min_seats: 50, max_seats: null, price_per_seat: 800 },
            ],
          },
        },
        { ref: 'license', name: 'Team License', recurring: false },
      ],
      customers: [{ ref: 'jane', email: 'jane@example.com', name: 'Jane' }],
      subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 10 }],
      orders: [{ ref: 'ord', product: 'license', customer: 'jane', seats: 5, status: 'paid' }],
    },
  ],
}
