import { expect, test } from 'vitest'
import { assignedAt } from '../../src/roster/assignedAt.ts'
import { seatOf, revokedSeat } from '../seats.ts'

const at = Date.parse('2026-08-01T12:00:00Z')
const expiryFields = { invitation_token_expires_at: '2026-08-02T12:00:00.000000Z' }

test.each([
  ['a pending seat', seatOf('ada@example.com', expiryFields), at],
  [
    'a seat claimed later',
    seatOf('ada@example.com', { ...expiryFields, status: 'claimed', claimed_at: '2026-08-01T13:00:00Z' }),
    at,
  ],
  [
    'a seat claimed at once',
    seatOf('ada@example.com', {
      invitation_token_expires_at: null,
      status: 'claimed',
      claimed_at: '2026-08-01T12:00:00Z',
    }),
    at,
  ],
  [
    'a seat with microseconds',
    seatOf('ada@example.com', { invitation_token_expires_at: '2026-08-02T12:00:00.000250Z' }),
    at + 0.25,
  ],
  ['a revoked seat', revokedSeat(expiryFields), null],
  ['a seat without times', seatOf('ada@example.com', { invitation_token_expires_at: null }), null],
  ['a seat with an invalid time', seatOf('ada@example.com', { invitation_token_expires_at: 'soon' }), null],
])('assignedAt returns the time at which the occupant got %s', (_what, seat, expected) => {
  expect(assignedAt(seat)).toBe(expected)
})
