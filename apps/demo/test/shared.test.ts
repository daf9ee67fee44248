import { SeatsError, type CustomerSeat } from '@seats/core'
import { describe, expect, test } from 'vitest'
import { explain } from '../src/shared/explain.ts'
import { formatCountdown, formatInitials, formatSince } from '../src/shared/format.ts'
import { meterParts } from '../src/shared/meterParts.ts'
import { defaultView, rosterRows } from '../src/shared/rosterRows.ts'
import { seatAgain } from '../src/shared/seatAgain.ts'

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
