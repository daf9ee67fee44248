import { seatCountLimits, seatPrice, type SeatsList, type SeatTiers } from '@seats/core'
import { describe, expect, test } from 'vitest'
import { seat } from '../seats.ts'

const priced = (seat_tier_type: SeatTiers['seat_tier_type'], ...tiers: [number, number | null, number][]) => ({
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

const volume = priced('volume', [1, 4, 1000], [5, 50, 800])
const graduated = priced('graduated', [1, 5, 1000], [6, 20, 700], [21, null, 500])

describe('seatPrice', () => {
  test.each([
    [volume, 0, 0],
    [volume, 3, 3000],
    [volume, 4, 4000],
    // Five seats cost as much as four, because each of them is cheaper.
    [volume, 5, 4000],
    [volume, 50, 40_000],
    // Polar refuses a count outside of the tiers. The price is that of the nearest tier.
    [volume, 51, 40_800],
    [graduated, 0, 0],
    [graduated, 5, 5000],
    [graduated, 6, 5700],
    [graduated, 20, 15_500],
    [graduated, 23, 17_000],
    [priced('volume', [3, null, 1500]), 7, 10_500],
    [priced('graduated', [3, 10, 1500]), 4, 6000],
    [priced('graduated', [1, 2, 100], [3, 4, 50]), 6, 400],
  ])('returns the price of the seats, without the fixed price (%#)', (subscription, count, price) => {
    expect(seatPrice(subscription, count)).toBe(price)
  })
  test.each([-1, 1.5, Number.NaN, Infinity])('refuses %s', (count) => {
    expect(() => seatPrice(volume, count)).toThrow('A seat count is a whole number from 0')
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
      priced('volume', [3, 10, 1]),
      roster('revoked'),
      { minimum: 3, maximum: 10, assigned: 0, pending: 0 },
    ],
    [
      'more people have seats than the minimum of the price',
      priced('volume', [1, null, 1]),
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
