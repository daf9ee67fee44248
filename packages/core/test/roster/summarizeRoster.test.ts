import { summarizeRoster } from '@seats/core'
import { expect, test } from 'vitest'
import { revokedSeat, roster, seat } from '../seats.ts'

const expiry = Date.parse('2026-08-02T10:00:00Z')

test('summarizeRoster counts the seats by status', () => {
  const list = roster([seat(), seat({ status: 'claimed' }), seat({ status: 'frozen' }), revokedSeat()], 5)
  const numbers = { total: 5, available: 3, used: 2, claimed: 1, pending: 1, nobody: 0 }
  expect(summarizeRoster(list, { now: expiry })).toEqual({ ...numbers, expired: 1 })
  expect(summarizeRoster(list, { now: expiry - 1 })).toEqual({ ...numbers, expired: 0 })
})

test.each([NaN, -1, '5', null])('a time of %j is refused, and the error says what to write', (now) => {
  const options = { now: now as number }
  const sentence = /`now` is .*number of milliseconds since 1970/
  expect(() => summarizeRoster(roster([]), options)).toThrow(sentence)
})
