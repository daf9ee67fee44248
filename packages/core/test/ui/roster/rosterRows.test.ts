import type { CustomerSeat } from '@seats/core'
import { en } from '@seats/core/messages'
import { rosterRows } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const now = Date.parse('2026-11-23T10:30:00Z')
const rowsOf = (...seats: CustomerSeat[]) => rosterRows(seats, { now, yours: new Set(['yours']) }, en)

test('the row of a seat that Polar reuses has the time at which its current occupant was invited', () => {
  expect(rowsOf(seat({}))).toMatchObject([{ status: 'pending', since: '2026-11-23T10:00:00.000Z' }])
})

test('an invitation has expired once its expiry is reached, and a claimed seat never expires', () => {
  const expiredFields = { invitation_token_expires_at: '2026-11-23T10:30:00Z' }
  expect(rowsOf(seat(expiredFields))).toMatchObject([{ status: 'expired' }])
  expect(rowsOf(seat({ ...expiredFields, status: 'claimed' }))).toMatchObject([{ status: 'claimed' }])
})

test('a revoked seat has no row, and a seat with an unknown status has one', () => {
  expect(rowsOf(seat({ status: 'revoked' }), seat({ status: 'frozen' }))).toMatchObject([{ status: 'other' }])
})

test('only the row of the signed-in user has `isYou`', () => {
  expect(rowsOf(seat({ id: 'yours' }), seat({})).map(({ isYou }) => isYou)).toEqual([true, false])
})
