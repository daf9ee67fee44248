import type { SeatsClient } from '@seats/core'
import type { Emulator, Seed } from '@seats/emulator'

const fernhillMembers = [
  { ref: 'marcus', email: 'marcus@fernhill.example', name: 'Marcus Reed', role: 'billing_manager' as const },
  { ref: 'priya', email: 'priya@fernhill.example', name: 'Priya Nair' },
  { ref: 'mei', email: 'mei@fernhill.example', name: 'Mei Tanaka' },
  { ref: 'noah', email: 'noah@fernhill.example', name: 'Noah Fischer' },
  { ref: 'sofia', email: 'sofia@fernhill.example', name: 'Sofia Rossi' },
]

/**
 * Returns the seed: two companies that buy seats of the same product.
 *
 * @param extraPeople The number of people to add to the first team, for tests of a long list.
 */
export const createSeed = (token: string, now: number, extraPeople: number): Seed => ({
  organizations: [
    {
      slug: 'lumen',
      name: 'Lumen',
      tokens: [{ token }],
      products: [
        {
          ref: 'team',
          name: 'Lumen Team',
          price: {
            type: 'graduated',
            tiers: [
              { min_seats: 1, max_seats: 10, price_per_seat: 1000 },
              { min_seats: 11, max_seats: 50, price_per_seat: 800 },
              { min_seats: 51, max_seats: 500 + extraPeople, price_per_seat: 600 },
            ],
          },
        },
      ],
      customers: [
        {
          ref: 'fernhill',
          email: 'jane@fernhill.example',
          name: 'Jane Okafor',
          owner_ref: 'jane',
          members: fernhillMembers,
          payment_method: 'ok',
        },
        {
          ref: 'harbor',
          email: 'tomas@harborlabs.example',
          name: 'Tomás Lind',
          type: 'team',
          owner_ref: 'tomas',
          payment_method: 'ok',
        },
      ],
      subscriptions: [
        {
          ref: 'fernhill-sub',
          product: 'team',
          customer: 'fernhill',
          seats: 10 + extraPeople,
          roster: createColleagues(extraPeople),
          ...periodAt(now),
        },
        { ref: 'harbor-sub', product: 'team', customer: 'harbor', seats: 3, ...periodAt(now) },
      ],
    },
  ],
})

const createColleagues = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    email: `colleague-${String(index).padStart(5, '0')}@fernhill.example`,
    status: 'claimed' as const,
  }))

const daySeconds = 24 * 60 * 60

/** Returns a month whose first ten days are over. */
const periodAt = (now: number) => ({
  current_period_start: new Date(now - 10 * daySeconds * 1000).toISOString(),
  current_period_end: new Date(now + 20 * daySeconds * 1000).toISOString(),
})

/** The assignments of the past, oldest first. */
const history = [
  { secondsAgo: 62 * daySeconds, source: 'lumen/fernhill-sub', email: 'jane@fernhill.example', claimed: true },
  { secondsAgo: 61.8 * daySeconds, source: 'lumen/fernhill-sub', email: 'priya@fernhill.example', claimed: true },
  { secondsAgo: 40 * daySeconds, source: 'lumen/harbor-sub', email: 'tomas@harborlabs.example', claimed: true },
  { secondsAgo: 33 * daySeconds, source: 'lumen/fernhill-sub', email: 'noah@fernhill.example', claimed: true },
  { secondsAgo: 4.2 * daySeconds, source: 'lumen/fernhill-sub', email: 'mei@fernhill.example', claimed: true },
  { secondsAgo: 2.2 * daySeconds, source: 'lumen/fernhill-sub', email: 'oliver@fernhill.example' },
  { secondsAgo: 5.39 * 3600, source: 'lumen/fernhill-sub', email: 'sofia@fernhill.example' },
  { secondsAgo: 25.6 * 60, source: 'lumen/fernhill-sub', email: 'liam@fernhill.example' },
]

/**
 * Deletes all data of the emulator, stores the seed, and makes the past assignments through the API. The emulator's clock is set to the time of
 * each assignment, and to `now` at the end.
 */
export async function seedHistory(emulator: Emulator, client: SeatsClient, seed: Seed, now: number): Promise<void> {
  const setClockToSecondsAgo = (seconds: number) => emulator.advance((now - emulator.now()) / 1000 - seconds)
  setClockToSecondsAgo(63 * daySeconds)
  emulator.reset(seed)
  for (const { secondsAgo, source, email, claimed = false } of history) {
    setClockToSecondsAgo(secondsAgo)
    await client.assignSeat({ subscription_id: emulator.ref(source), email, immediate_claim: claimed })
  }
  setClockToSecondsAgo(0)
}
