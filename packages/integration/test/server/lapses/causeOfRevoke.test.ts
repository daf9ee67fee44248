import type { CustomerSeat } from '@seats/core'
import { expect, test } from 'vitest'
import { microseconds } from '../../../../server/src/internal/microseconds.ts'
import { causeOfRevoke, evidenceOf } from '../../../../server/src/lapses/causeOfRevoke.ts'
import type { SubscriptionState } from '../../../../server/src/lapses/SubscriptionState.ts'
import { pendingSeat } from '../createTestWebhookHandler.ts'

/** Returns a time on 1 September: the start of an hour, plus a number of microseconds. */
const timeAt = (hour: number, microsecond = 0) =>
  `2026-09-01T${String(hour).padStart(2, '0')}:00:00.${String(microsecond).padStart(6, '0')}Z`

/** Returns a row that was claimed at this hour, and revoked at this time if it is given. */
const row = (claimedHour: number, revokedAt?: string): CustomerSeat => ({
  ...pendingSeat,
  id: crypto.randomUUID(),
  status: revokedAt === undefined ? 'claimed' : 'revoked',
  invitation_token_expires_at: null,
  claimed_at: timeAt(claimedHour),
  revoked_at: revokedAt ?? null,
})

const stateAt = (hour: number, status: string, ended_at: string | null = null): SubscriptionState => ({
  version: timeAt(hour),
  status,
  past_due_at: status === 'past_due' ? timeAt(hour) : null,
  paused_at: status === 'paused' ? timeAt(hour) : null,
  ended_at,
})

const active = stateAt(1, 'active')
const pastDue = stateAt(5, 'past_due')
const lapsedRows = [row(1, timeAt(5, 10)), row(1, timeAt(5, 20)), row(2, timeAt(5, 30))]

test.each<[string, string, CustomerSeat[], SubscriptionState[], string]>([
  ['all seats of a subscription that is past due', timeAt(5, 10), lapsedRows, [active, pastDue], 'lapse'],
  ['all seats of a subscription that is paused', timeAt(5, 20), lapsedRows, [active, stateAt(5, 'paused')], 'lapse'],
  ['all seats, after the recovery', timeAt(5, 20), lapsedRows, [active, pastDue, stateAt(8, 'active')], 'lapse'],
  ['all seats, without an event about the lapse', timeAt(5, 20), lapsedRows, [stateAt(8, 'active')], 'unknown'],
  [
    'all seats at the end of the subscription',
    timeAt(5, 10),
    lapsedRows,
    [active, stateAt(5, 'canceled', timeAt(5))],
    'ended',
  ],
  [
    'one of several seats, while the subscription is active',
    timeAt(3),
    [row(1, timeAt(3)), row(1)],
    [active],
    'person',
  ],
  ['one of several seats, in the grace period', timeAt(7), [row(1, timeAt(7)), row(1)], [active, pastDue], 'person'],
  [
    'one seat right before the payment fails',
    timeAt(4, 999_990),
    [row(1, timeAt(4, 999_990)), ...lapsedRows],
    [active, pastDue],
    'person',
  ],
  ['the only seat, while the subscription is active', timeAt(3), [row(1, timeAt(3))], [active], 'person'],
  ['the only seat, during a lapse', timeAt(5, 10), [row(1, timeAt(5, 10))], [active, pastDue], 'unknown'],
  [
    'all seats by hand, while the subscription is active',
    timeAt(3),
    [row(1, timeAt(3)), row(1, timeAt(3, 9))],
    [active],
    'person',
  ],
  [
    'all seats, and the subscription changed later',
    timeAt(3),
    [row(1, timeAt(3)), row(1, timeAt(3, 9))],
    [stateAt(4, 'active')],
    'unknown',
  ],
  [
    'a seat that was assigned during the lapse',
    timeAt(6),
    [...lapsedRows, row(5, timeAt(6)), row(5)],
    [active, pastDue],
    'person',
  ],
  ['all seats, and the subscription is not known', timeAt(5, 10), lapsedRows, [], 'unknown'],
])('the cause is found for a revoke of %s', (_, revokedAt, seats, states, cause) => {
  expect(causeOfRevoke(microseconds(revokedAt), evidenceOf(seats, states))).toBe(cause)
})

test('the causes of 5,000 revoked rows are found in less than 3 seconds', () => {
  const timeOfSecond = (second: number) => new Date(Date.UTC(2026, 0, 1) + second * 1_000).toISOString()
  const rows = Array.from({ length: 5_000 }, (_, index): CustomerSeat => ({
    ...row(1, timeOfSecond(100_000 + index * 10)),
    claimed_at: timeOfSecond(index),
  }))
  const seats = [...rows, { ...row(1), claimed_at: timeOfSecond(0) }]
  const startMs = performance.now()
  const evidence = evidenceOf(seats, [])
  const causes = rows.map(({ revoked_at }) => causeOfRevoke(microseconds(revoked_at ?? ''), evidence))
  expect(new Set(causes)).toEqual(new Set(['person']))
  expect(performance.now() - startMs).toBeLessThan(3_000)
})
