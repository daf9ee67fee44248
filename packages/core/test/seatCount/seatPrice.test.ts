import { seatCountLimits, seatPrice, type SeatsList, type SeatTiers } from '@seats/core'
import { describe, expect, test } from 'vitest'
import { seat } from '../seats.ts'

const subscriptionWithTiers = (
  seat_tier_type: SeatTiers['seat_tier_type'],
  ...tiers: [number, number | null, number][]
) => ({
  prices: [
    { amount_type: 'fixed', price_amount: 5000 },
    {
      amount_type: 'seat_based',
      seat_tiers: {
        seat_tier_type,
        tiers: tiers.map(([min_seats, max_seats, price_per_seat]) => ({ min_seats, max_seats, price_per_seat })),
      },
    },
  ],
})

const volumeSubscription = subscriptionWithTiers('volume', [1, 4, 1000], [5, 50, 800])
const graduatedSubscription = subscriptionWithTiers('graduated', [1, 5, 1000], [6, 20, 700], [21, null, 500])

describe('seatPrice', () => {
  test.each([
    [volumeSubscription, 0, 0],
    [volumeSubscription, 3, 3000],
    [volumeSubscription, 4, 4000],
    // Five seats cost as much as four, because each of them is cheaper.
    [volumeSubscription, 5, 4000],
    [volumeSubscription, 50, 40_000],
    // Polar refuses a count outside of the tiers. The price is that of the nearest tier.
    [volumeSubscription, 51, 40_800],
    [graduatedSubscription, 0, 0],
    [graduatedSubscription, 5, 5000],
    [graduatedSubscription, 6, 5700],
    [graduatedSubscription, 20, 15_500],
    [graduatedSubscription, 23, 17_000],
    [subscriptionWithTiers('volume', [3, null, 1500]), 7, 10_500],
    [subscriptionWithTiers('graduated', [3, 10, 1500]), 4, 6000],
    [subscriptionWithTiers('graduated', [1, 2, 100], [3, 4, 50]), 6, 400],
  ])('returns the price of the seats, without the fixed price (%#)', (subscription, count, price) => {
    expect(seatPrice(subscription, count)).toBe(price)
  })
  test.each([-1, 1.5, Number.NaN, Infinity])('refuses %s', (count) => {
    expect(() => seatPrice(volumeSubscription, count)).toThrow('A seat count is a whole number from 0')
  })
  test('refuses a subscription without seats', () => {
    expect(() => seatPrice({ prices: [{ amount_type: 'fixed', price_amount: 2900 }] }, 2)).toThrow('has no seats')
  })
})

describe('seatCountLimits', () => {
  const roster = (...statuses: string[]): SeatsList => ({
    seats: statuses.map((status) => seat({ status })),
    total_seats: 9,
    available_seats: 0,
  })
  test.each([
    [
      'nobody is seated',
      subscriptionWithTiers('volume', [3, 10, 1]),
      roster('revoked'),
      { minimum: 3, maximum: 10, assigned: 0, pending: 0 },
    ],
    [
      'more people have seats than the minimum of the price',
      subscriptionWithTiers('volume', [1, null, 1]),
      roster('claimed', 'pending', 'claimed', 'revoked'),
      { minimum: 3, maximum: 2 ** 31 - 1, assigned: 3, pending: 1 },
    ],
    [
      'the subscription has no price for seats',
      { prices: [] },
      roster(),
      { minimum: 1, maximum: 2 ** 31 - 1, assigned: 0, pending: 0 },
    ],
  ])('returns the limits if %s', (_what, subscription, seats, limits) => {
    expect(seatCountLimits(subscription, seats)).toEqual(limits)
  })
})
