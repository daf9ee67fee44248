import { expect, test } from 'vitest'
import { traceOfRevoke } from '../../../src/workflows/seat/traceOfRevoke.ts'
import { seatOf, revokedSeat } from '../../seats.ts'

const firstTime = '2026-08-02T12:00:00.000001Z'
const secondTime = '2026-08-02T12:00:00.000002Z'
const fieldsWithoutOccupant = {
  status: 'claimed',
  customer_id: null,
  member_id: null,
  member: null,
  email: null,
  customer_email: null,
}

const bob = seatOf('bob@example.com', { invitation_token_expires_at: firstTime, claimed_at: null })
const bobAtOnce = seatOf('bob@example.com', {
  status: 'claimed',
  invitation_token_expires_at: null,
  claimed_at: firstTime,
})

test.each([
  ['the same person still has the seat', bob, bob, 'none'],
  ['the person has claimed the seat', bob, { ...bob, status: 'claimed', claimed_at: secondTime }, 'none'],
  ['the row is gone', bob, undefined, 'revoked'],
  ['the row is free', bob, revokedSeat({ invitation_token_expires_at: firstTime, claimed_at: null }), 'revoked'],
  [
    'a seat given at once is free',
    bobAtOnce,
    revokedSeat({ invitation_token_expires_at: null, claimed_at: firstTime }),
    'revoked',
  ],
  [
    'somebody else has the seat',
    bob,
    seatOf('eve@example.com', { invitation_token_expires_at: secondTime }),
    'revoked',
  ],
  [
    'the seat was claimed, then revoked',
    bob,
    revokedSeat({ invitation_token_expires_at: firstTime, claimed_at: secondTime }),
    'claimed',
  ],
  [
    'a claim at the same time left the seat without an occupant',
    bob,
    { ...bob, ...fieldsWithoutOccupant, claimed_at: secondTime },
    'nobody',
  ],
  [
    'the seat had no occupant before, and has none now',
    { ...bob, ...fieldsWithoutOccupant },
    { ...bob, ...fieldsWithoutOccupant },
    'none',
  ],
  ['somebody else was invited, then revoked', bob, revokedSeat({ invitation_token_expires_at: secondTime }), 'another'],
  [
    'somebody else got the seat at once, then lost it',
    bob,
    revokedSeat({ invitation_token_expires_at: null, claimed_at: secondTime }),
    'another',
  ],
  [
    'Bob had the seat without an invitation, then somebody else got it without one and lost it',
    bobAtOnce,
    revokedSeat({ invitation_token_expires_at: null, claimed_at: secondTime }),
    'another',
  ],
])('the trace of a revoke if %s', (_what, before, after, trace) => {
  expect(traceOfRevoke(before, after)).toBe(trace)
})
