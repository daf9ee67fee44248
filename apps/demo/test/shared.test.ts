import { SeatsError, type CustomerSeat, type SeatCountPreview, type SeatSubscription } from '@seats/core'
import { describe, expect, test } from 'vitest'
import { explain } from '../src/shared/explain.ts'
import { formatCountdown, formatInitials, formatMoney, formatSince } from '../src/shared/format.ts'
import { meterParts } from '../src/shared/meterParts.ts'
import { defaultView, rosterRows } from '../src/shared/rosterRows.ts'
import { memberRows } from '../src/shared/memberRows.ts'
import { seatAgain } from '../src/shared/seatAgain.ts'
import { priceScreen } from '../src/shared/seatCount.ts'

const now = Date.parse('2026-11-23T10:30:00Z')

const seat = (change: Partial<CustomerSeat>): CustomerSeat => ({
  id: 'a5e0a7f6-3a53-4b53-8a39-0c6b2f1f6a11',
  created_at: '2026-01-01T00:00:00Z',
  modified_at: null,
  subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
  order_id: null,
  status: 'pending',
  customer_id: null,
  member_id: null,
  member: null,
  email: 'ada@fernhill.example',
  customer_email: null,
  invitation_token_expires_at: '2026-11-24T10:00:00Z',
  claimed_at: null,
  revoked_at: null,
  seat_metadata: null,
  ...change,
})

const rowsOf = (...seats: CustomerSeat[]) =>
  rosterRows({ seats, total_seats: 10, available_seats: 1 }, defaultView, now)

describe('rows', () => {
  test("a row used again shows when its present occupant was invited, not the row's own age", () => {
    expect(rowsOf(seat({}))).toMatchObject([{ status: 'pending', since: '2026-11-23T10:00:00.000Z' }])
  })

  test('an invitation expires at its exact end, a claimed seat never does', () => {
    const ended = { invitation_token_expires_at: '2026-11-23T10:30:00Z' }
    expect(rowsOf(seat(ended))).toMatchObject([{ status: 'expired' }])
    expect(rowsOf(seat({ ...ended, status: 'claimed' }))).toMatchObject([{ status: 'claimed' }])
  })

  test('a revoked seat has no row, and a seat with an unknown status has one', () => {
    expect(rowsOf(seat({ status: 'revoked' }), seat({ status: 'frozen' }))).toMatchObject([{ status: 'other' }])
  })
})

test('a meter counts each seat once', () => {
  const parts = meterParts({ total: 10, available: 3, used: 7, claimed: 4, pending: 3, expired: 1, nobody: 0 })
  expect(parts.map(({ count }) => count)).toEqual([4, 2, 1, 3])
})

test('times are formatted in words', () => {
  expect(formatSince('2026-11-23T10:29:30Z', now)).toBe('just now')
  expect(formatSince('2026-11-23T10:05:00Z', now)).toBe('25 min. ago')
  expect(formatSince('2026-11-22T09:00:00Z', now)).toBe('yesterday')
  expect(formatSince('2026-09-21T12:00:00Z', now)).toBe('Sep 21, 2026')
  expect(formatCountdown('2026-11-24T10:04:24Z', now)).toBe('23 h 34 min')
  expect(formatCountdown('2026-11-23T10:31:05Z', now)).toBe('1 min 5 s')
  expect(formatCountdown('2026-11-23T10:00:00Z', now)).toBe('0 s')
})

test('initials come from a name, an address or any text', () => {
  expect(['Jane Okafor', 'ada.lovelace@x.example', 'mei', '李小龙', ''].map(formatInitials)).toEqual([
    'JO',
    'AL',
    'M',
    '李',
    '?',
  ])
})

test('a seat is given back to the same member, at once only if that is allowed', () => {
  const claimed = seat({
    status: 'claimed',
    member_id: '6d2c1c1e-6d4b-4b3f-9a55-7a9fd8a1c5aa',
    seat_metadata: { role: 'dev' },
  })
  const member = { member_id: '6d2c1c1e-6d4b-4b3f-9a55-7a9fd8a1c5aa', metadata: { role: 'dev' } }
  expect(seatAgain(claimed, true)).toEqual({ ...member, immediate_claim: true })
  expect(seatAgain(claimed, false)).toEqual(member)
  expect(seatAgain(seat({}), true)).toEqual({ email: 'ada@fernhill.example' })
})

describe('an error', () => {
  const explained = (code: string, rest: Partial<ConstructorParameters<typeof SeatsError>[0]> = {}) =>
    explain(new SeatsError({ code, detail: 'As it came.', ...rest }))

  test("is explained in Polar's words if there is no better sentence", () => {
    expect(explained('FeatureNotEnabled')).toBe('As it came.')
    expect(explain(new Error('secret'))).not.toContain('secret')
  })

  test('a change that may have happened is never said to have failed', () => {
    const codes = ['NetworkError', 'TimeoutError', 'ServerError', 'InvalidResponse']
    for (const code of codes) {
      expect(explained(code, { isAmbiguous: true })).toContain('may have gone through')
      expect(explained(code)).toContain('Try again')
    }
  })

  test('a re-invitation that stopped half-way says which half was done', () => {
    const sentence = explained('SeatNotAvailable', { recipient: { email: 'ada@fernhill.example' } })
    expect(sentence).toMatch(/^The old invitation was withdrawn, .* Every seat is taken/)
  })
})

describe('the price of a seat count', () => {
  const month: SeatSubscription = {
    id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
    status: 'active',
    seats: 10,
    amount: 10_000,
    currency: 'usd',
    recurring_interval: 'month',
    recurring_interval_count: 1,
    current_period_start: '2026-11-13T12:00:00Z',
    current_period_end: '2026-12-13T12:00:00Z',
    cancel_at_period_end: false,
    ended_at: null,
    prices: [],
    pending_update: null,
  }
  const screen = (change: Partial<SeatCountPreview>, subscription = month) =>
    priceScreen(
      {
        subscription_id: month.id,
        seats: 13,
        from: { seats: 10, pending_update: null, current_period_end: month.current_period_end },
        behavior: 'invoice',
        appliesAt: '2026-11-23T10:30:00Z',
        dueNow: 1600,
        onNextInvoice: 0,
        earlierUnbilled: 0,
        tax: null,
        fromBalance: 0,
        perPeriod: 12_400,
        currency: 'usd',
        isEstimate: false,
        mayEndBelowSeated: false,
        asOf: '2026-11-23T10:30:00Z',
        ...change,
      },
      subscription,
    )

  test('tells apart what is due now, what is tax, and what each period costs', () => {
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
      confirm: 'Buy 3 seats, $18.55 now',
      canConfirm: true,
      done: 'You have 13 seats now.',
    })
  })

  test('on the next invoice is not due now', () => {
    const { lines, confirm } = screen({ behavior: 'prorate', dueNow: 0, onNextInvoice: 1600 })
    expect(confirm).toBe('Buy 3 seats, $16.00 on the next invoice')
    expect(lines).toContainEqual({ label: 'To pay now', value: '$0.00' })
    expect(lines).toContainEqual({ label: 'On the next invoice', value: 'at most $16.00', note: 'before tax' })
  })

  test.each([
    ['a reduction', 8, 'next_period', 'Reduce to 8 seats on Dec 13, 2026', 'From Dec 13, 2026 you have 8 seats.'],
    ['more seats later', 11, 'next_period', 'Buy 1 seat from Dec 13, 2026', 'From Dec 13, 2026 you have 11 seats.'],
    ['a reduction now', 1, 'prorate', 'Reduce to 1 seat now', 'You have 1 seat now.'],
  ])('%s says from when', (_, seats, behavior, confirm, done) => {
    const appliesAt = '2026-12-13T12:00:00Z'
    expect(screen({ seats, behavior, appliesAt, dueNow: 0 })).toMatchObject({ confirm, done, canConfirm: true })
  })

  test('of the count that is there already cannot be confirmed', () => {
    expect(screen({ seats: 10 })).toMatchObject({ confirm: 'You have 10 seats already', canConfirm: false })
  })

  test('that is an estimate says so', () => {
    const { lines, notes } = screen({ isEstimate: true }, { ...month, recurring_interval_count: 3 })
    expect(lines.at(-1)).toEqual({ label: 'From then, every 3 months', value: 'about $124.00', note: 'before tax' })
    expect(notes).toEqual(['Some of this is an estimate: a discount or tax can change it.'])
  })

  test.each([
    [2400, 'usd', '$24.00'],
    [-150, 'eur', '-€1.50'],
    [2400, 'jpy', '¥2,400'],
  ])('%i %s is %s', (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text)
  })

  test('with an answer that was lost must not be paid again', () => {
    const lost = {
      operation: 'updateSeatCount',
      isAmbiguous: true,
      detail: 'The purchase may still go through.',
    } as const
    const advice = 'The purchase may still go through: do not repeat it. Look at the seats again in a few minutes.'
    expect(explain(new SeatsError({ ...lost, code: 'TimeoutError' }))).toBe(
      `The server took too long to answer. ${advice}`,
    )
    expect(explain(new SeatsError({ ...lost, code: 'SubscriptionLocked' }))).toBe('The purchase may still go through.')
  })
})

test('members can be changed, but neither the owner nor oneself', () => {
  const member = (email: string, role: string) => ({
    id: email,
    created_at: '2026-01-01T00:00:00Z',
    modified_at: null,
    email,
    name: null,
    role,
  })
  const members = [
    member('ada@a.example', 'member'),
    member('own@a.example', 'owner'),
    member('Me@a.example', 'member'),
  ]
  expect(memberRows(members, 'me@a.example').map(({ name, isYou, canChange }) => [name, isYou, canChange])).toEqual([
    ['Me@a.example', true, false],
    ['ada@a.example', false, true],
    ['own@a.example', false, false],
  ])
})
