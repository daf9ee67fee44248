import type { SeatCountPreview } from '@seats/core'
import { en } from '@seats/core/messages'
import { priceScreen } from '@seats/core/ui'
import { describe, expect, test } from 'vitest'
import { preview, subscription as monthlySubscription } from './preview.ts'

describe('the price of a change', () => {
  const screen = (change: Partial<SeatCountPreview>, subscription = monthlySubscription) =>
    priceScreen({ ...preview, ...change }, subscription, en)

  test('shows the amount due now, the tax and the price of a period separately', () => {
    expect(screen({ tax: 255, dueNow: 1855, earlierUnbilled: 300, fromBalance: 500 })).toEqual({
      title: '10 → 13 seats',
      lines: [
        { label: 'From', value: 'Now' },
        { label: 'To pay now', value: 'at most $18.55', note: '$2.55 of it is tax' },
        { label: 'From earlier changes', value: '$3.00', note: 'part of what you pay now' },
        { label: 'Paid from your balance', value: '$5.00' },
        { label: 'From then, each month', value: '$124.00', note: 'before tax' },
      ],
      notes: [],
      confirmLabel: 'Buy 3 seats, $18.55 now',
      change: 'count',
      done: { message: 'You have 13 seats now.', seats: 13, isLater: false },
    })
  })

  test('is not due now if it is due on the next invoice', () => {
    const { lines, confirmLabel } = screen({ behavior: 'prorate', dueNow: 0, onNextInvoice: 1600 })
    expect(confirmLabel).toBe('Buy 3 seats, $16.00 on the next invoice')
    expect(lines).toContainEqual({ label: 'To pay now', value: '$0.00' })
    expect(lines).toContainEqual({ label: 'On the next invoice', value: 'at most $16.00', note: 'before tax' })
  })

  const nextPeriod = { behavior: 'next_period', dueNow: 0 }
  const credit = { behavior: 'prorate', dueNow: 0, onNextInvoice: -1250 }
  const balance = { behavior: 'invoice', dueNow: 0, fromBalance: -1250 }
  const freeChange = { behavior: 'prorate', dueNow: 0 }
  const day = 'Dec 13, 2026'
  test.each([
    [
      'a reduction',
      8,
      nextPeriod,
      `Reduce to 8 seats on ${day}, then $124.00 each month`,
      `From ${day} you have 8 seats.`,
    ],
    [
      'more seats later',
      11,
      nextPeriod,
      `Buy 1 seat from ${day}, then $124.00 each month`,
      `From ${day} you have 11 seats.`,
    ],
    [
      'an estimated reduction',
      8,
      { ...nextPeriod, isEstimate: true },
      `Reduce to 8 seats on ${day}, then about $124.00 each month`,
      `From ${day} you have 8 seats.`,
    ],
    ['a credit', 1, credit, 'Reduce to 1 seat now, $12.50 off the next invoice', 'You have 1 seat now.'],
    ['a credit at once', 1, balance, 'Reduce to 1 seat now, $12.50 added to your balance', 'You have 1 seat now.'],
    [
      'a reduction without a credit',
      1,
      freeChange,
      'Reduce to 1 seat now, then $124.00 each month',
      'You have 1 seat now.',
    ],
    [
      'a reduction that starts a new period',
      1,
      { behavior: 'reset', dueNow: 900 },
      'Reduce to 1 seat now, $9.00 to pay now',
      'You have 1 seat now.',
    ],
    [
      'a reduction that costs more',
      1,
      { ...credit, onNextInvoice: 300 },
      'Reduce to 1 seat now, $3.00 on the next invoice',
      'You have 1 seat now.',
    ],
  ])('%s: the button says when the change takes effect, and the price', (_, seats, change, confirmLabel, message) => {
    const appliesAt = '2026-12-13T12:00:00Z'
    const done = { message, seats, isLater: change.behavior === 'next_period' }
    expect(screen({ seats, appliesAt, ...change })).toMatchObject({ confirmLabel, done, change: 'count' })
  })

  test('cannot be confirmed if the count does not change', () => {
    expect(screen({ seats: 10 })).toMatchObject({ confirmLabel: 'You have 10 seats already', change: undefined })
  })

  test('is that of each later period if the present count stays in place of a scheduled count', () => {
    const pending_update = { applies_at: '2026-12-13T12:00:00Z', product_id: null, seats: 8 }
    const from = { ...preview.from, pending_update }
    // With these behaviors, a preview of the present count contains the amounts of earlier changes.
    for (const behavior of ['invoice', 'prorate', 'next_period'] as const) {
      const amounts = { dueNow: 300, onNextInvoice: 300, fromBalance: 300, earlierUnbilled: 300, perPeriod: 10_000 }
      expect(screen({ seats: 10, from, behavior, ...amounts }), behavior).toEqual({
        title: '8 → 10 seats',
        lines: [
          { label: 'From', value: day },
          { label: 'To pay now', value: '$0.00' },
          { label: 'From then, each month', value: '$100.00', note: 'before tax' },
        ],
        notes: [],
        confirmLabel: 'Keep 10 seats, then $100.00 each month',
        change: 'keep',
        done: { message: 'You keep 10 seats.', seats: 10, isLater: false, isKept: true },
      })
    }
    expect(screen({ seats: 10, from, isEstimate: true }).confirmLabel).toBe(
      'Keep 10 seats, then about $124.00 each month',
    )
  })

  test('has a note if it is an estimate', () => {
    const { lines, notes } = screen({ isEstimate: true }, { ...monthlySubscription, recurring_interval_count: 3 })
    expect(lines.at(-1)).toEqual({ label: 'From then, every 3 months', value: 'about $124.00', note: 'before tax' })
    expect(notes).toEqual(['Some of this is an estimate: a discount or tax can change it.'])
  })
})
