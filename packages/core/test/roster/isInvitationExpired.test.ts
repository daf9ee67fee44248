import { isInvitationExpired } from '@seats/core'
import { expect, test } from 'vitest'
import { revokedSeat, seat } from '../seats.ts'

const expiry = Date.parse('2026-08-02T10:00:00Z')

test('only a pending seat can have an expired invitation', () => {
  expect(isInvitationExpired(seat(), { now: expiry })).toBe(true)
  expect(isInvitationExpired(seat(), { now: expiry - 1 })).toBe(false)
  expect(isInvitationExpired(seat({ status: 'claimed' }), { now: expiry + 1 })).toBe(false)
  expect(isInvitationExpired(revokedSeat(), { now: expiry + 1 })).toBe(false)
  expect(isInvitationExpired(seat({ invitation_token_expires_at: null }), { now: expiry + 1 })).toBe(false)
})

test.each([NaN, -1, '5', null])('a time of %j is refused, and the error says what to write', (now) => {
  const options = { now: now as number }
  const sentence = /`now` is .*number of milliseconds since 1970/
  expect(() => isInvitationExpired(seat(), options)).toThrow(sentence)
})
