import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appliedBalance } from '../../src/billing/appliedBalance.ts'
import { allocateDiscount, discountAmount } from '../../src/billing/Discount.ts'
import { formatDay } from '../../src/billing/formatDay.ts'
import { isDiscountOver } from '../../src/billing/isDiscountOver.ts'
import { minimumCharge } from '../../src/billing/minimumCharge.ts'
import { dayOf, endOfPeriod } from '../../src/billing/endOfPeriod.ts'
import { prorateHalfToEven, prorateTowardsZero } from '../../src/billing/prorate.ts'
import { seatCharge } from '../../src/billing/seatCharge.ts'

const toMicroseconds = (iso: string) => Date.parse(iso) * 1000
const volume = {
  seat_tier_type: 'volume' as const,
  tiers: [
    { min_seats: 1, max_seats: 4, price_per_seat: 1000 },
    { min_seats: 5, max_seats: 50, price_per_seat: 800 },
  ],
}
const graduated = {
  seat_tier_type: 'graduated' as const,
  tiers: [
    { min_seats: 1, max_seats: 5, price_per_seat: 1000 },
    { min_seats: 6, max_seats: 20, price_per_seat: 700 },
    { min_seats: 21, max_seats: null, price_per_seat: 500 },
  ],
}

describe('the charge for seats', () => {
  test.each([
    [1, 1000],
    [4, 4000],
    [5, 4000],
    [50, 40_000],
    [51, undefined],
    [0, 0],
  ])('%i seats in volume tiers cost %s', (seats, charge) => {
    expect(seatCharge(volume, seats)).toBe(charge)
  })

  test.each([
    [1, 1000],
    [5, 5000],
    [6, 5700],
    [8, 7100],
    [20, 15_500],
    [21, 16_000],
    [23, 17_000],
    [2_147_483_647, 15_500 + (2_147_483_647 - 20) * 500],
  ])('%i seats in graduated tiers cost %i', (seats, charge) => {
    expect(seatCharge(graduated, seats)).toBe(charge)
  })

  test('graduated tiers charge the sum of the prices of all seats', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (seats) => {
        const priceOfSeat = (seat: number) => (seat <= 5 ? 1000 : seat <= 20 ? 700 : 500)
        const sum = Array.from({ length: seats }, (_, index) => priceOfSeat(index + 1)).reduce(
          (total, each) => total + each,
          0,
        )
        expect(seatCharge(graduated, seats)).toBe(sum)
      }),
    )
  })
})

describe('a discount', () => {
  const percentage = (basis_points: number) => ({ type: 'percentage' as const, basis_points, amount: null })
  const fixed = (amount: number) => ({ type: 'fixed' as const, basis_points: null, amount })

  test.each([
    [percentage(1000), 1995, 200],
    [percentage(1000), 1994, 199],
    [percentage(5000), 1, 1],
    [percentage(3333), 1000, 333],
    [fixed(1000), 700, 700],
    [fixed(1000), 7000, 1000],
  ])('%o on an amount of %i takes off %i', (discount, amount, off) => {
    expect(discountAmount(discount, amount)).toBe(off)
  })

  test('a fixed amount is divided in proportion to the prices, and the remaining cents go to the largest remainders', () => {
    expect(allocateDiscount(fixed(1000), [5000, 1800])).toEqual([735, 265])
    expect(allocateDiscount(fixed(100), [1, 1, 1])).toEqual([1, 1, 1])
    expect(allocateDiscount(fixed(2), [1, 1, 1])).toEqual([1, 1, 0])
    expect(allocateDiscount(fixed(2), [0, 0])).toEqual([0, 0])
  })

  test('a fixed amount is divided completely, and no item is reduced by more than its price', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 5 }), (off, amounts) => {
        const shares = allocateDiscount(fixed(off), amounts)
        const total = amounts.reduce((sum, each) => sum + each, 0)
        expect(shares.reduce((sum, each) => sum + each, 0)).toBe(Math.min(off, total))
        shares.forEach((share, index) => expect(share).toBeLessThanOrEqual(amounts[index] ?? 0))
      }),
    )
  })

  test.each([
    ['once', null, '2026-10-01', true],
    ['once', null, '2026-09-01', false],
    ['forever', null, '2036-09-01', false],
    ['repeating', 3, '2026-11-01', false],
    ['repeating', 3, '2026-12-01', true],
  ] as const)(
    'a discount with duration %s (%s months) that began in September: at %s, isDiscountOver is %s',
    (duration, duration_in_months, day, isOver) => {
      const start = toMicroseconds('2026-09-01T00:00:00Z')
      expect(isDiscountOver({ duration, duration_in_months }, start, toMicroseconds(`${day}T00:00:00Z`))).toBe(isOver)
    },
  )
})

describe('proration', () => {
  const period = { start: toMicroseconds('2026-09-01T00:00:00Z'), end: toMicroseconds('2026-10-01T00:00:00Z') }
  const now = toMicroseconds('2026-09-11T07:00:00Z')

  // Recorded on the real server, 473 hours before the end of a period of 720 hours.
  test.each([
    [1000, 656],
    [-1000, -656],
    [2000, 1313],
    [9900, 6503],
    [-3100, -2036],
    [1500, 985],
    [0, 0],
  ])('%i is prorated to %i, rounded towards zero', (amount, proratedAmount) => {
    expect(prorateTowardsZero(amount, { ...period, now: now + 5_000_000 })).toBe(proratedAmount)
  })

  test('the prorated amount is 0 after the end of the period, and the whole amount at its start', () => {
    expect(prorateTowardsZero(1000, { ...period, now: period.end + 1 })).toBe(0)
    expect(prorateTowardsZero(1000, { ...period, now: period.start })).toBe(1000)
  })

  test.each([
    [1, 0],
    [3, 2],
    [5, 2],
    [-3, -2],
    [-1, 0],
    [7, 4],
  ])(
    'if the product changes, %i at the middle of the period is prorated to %i, rounded half to even',
    (amount, proratedAmount) => {
      expect(prorateHalfToEven(amount, { start: 0, end: 2, now: 1 })).toBe(proratedAmount)
    },
  )

  test('the amount is exact even if the intermediate product exceeds 2^53', () => {
    const longPeriod = { start: 0, end: 3_000_000_000_000, now: 1 }
    expect(prorateTowardsZero(8_589_934_588_000_000, longPeriod)).toBe(8_589_934_587_997_136)
  })

  test.each([
    [3000, 1, 3, 999, 1000],
    [-3000, 1, 3, -999, -1000],
    [3000, 2, 3, 2000, 2000],
    [3, 1, 6, 0, 1],
    [7200, 1, 9, 799, 800],
    [1000, 3, 1, 3000, 3000],
  ])(
    'with 28 digits, as in Python, %i × %i / %i is rounded to %i towards zero, and to %i half to even',
    (amount, remaining, whole, towardsZero, halfToEven) => {
      const period = { start: 0, end: whole, now: whole - remaining }
      expect([prorateTowardsZero(amount, period), prorateHalfToEven(amount, period)]).toEqual([towardsZero, halfToEven])
    },
  )
})

describe('the end of a period', () => {
  const interval = (recurring_interval: 'day' | 'week' | 'month' | 'year', recurring_interval_count = 1) => ({
    recurring_interval,
    recurring_interval_count,
  })

  test.each([
    ['2026-09-01T00:00:00Z', interval('month'), '2026-10-01T00:00:00.000Z'],
    ['2026-01-31T12:30:00Z', interval('month'), '2026-02-28T12:30:00.000Z'],
    ['2028-01-31T00:00:00Z', interval('month'), '2028-02-29T00:00:00.000Z'],
    ['2026-12-15T00:00:00Z', interval('month', 3), '2027-03-15T00:00:00.000Z'],
    ['2028-02-29T00:00:00Z', interval('year'), '2029-02-28T00:00:00.000Z'],
    ['2026-09-01T00:00:00Z', interval('week', 2), '2026-09-15T00:00:00.000Z'],
    ['2026-09-01T00:00:00Z', interval('day', 30), '2026-10-01T00:00:00.000Z'],
  ])('a period that starts at %s with %o ends at %s', (start, interval, end) => {
    expect(
      new Date(endOfPeriod(toMicroseconds(start), interval, dayOf(toMicroseconds(start))) / 1000).toISOString(),
    ).toBe(end)
  })

  test('the day of the month is restored after a shorter month', () => {
    const february = toMicroseconds('2026-02-28T00:00:00Z')
    expect(new Date(endOfPeriod(february, interval('month'), 31) / 1000).toISOString()).toBe('2026-03-31T00:00:00.000Z')
  })
})

test.each([
  [1000, 0, 0],
  [1000, 300, -300],
  [1000, 3000, -1000],
  [1000, -300, 300],
  [-1000, -300, 300],
  [-100, -300, 100],
  [-1000, 300, 0],
  [0, 300, 0],
])('for a total of %i, a balance of %i changes the amount by %i', (total, balance, applied) => {
  expect(appliedBalance(total, balance)).toBe(applied)
})

test('days are written as on invoices, and each currency has its minimum charge', () => {
  expect(formatDay(toMicroseconds('2026-09-01T23:59:59Z'))).toBe('Sep 1, 2026')
  expect(['usd', 'eur', 'gbp', 'jpy', 'xxx'].map(minimumCharge)).toEqual([50, 50, 40, 80, 50])
})
