import type { CustomerSeat } from '@seats/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mirrorSeat } from '../../../../server/src/mirror/mirrorSeat.ts'
import type { MirrorSeat } from '../../../../server/src/mirror/MirrorTable.ts'
import { pendingSeat } from '../createTestWebhookHandler.ts'

/** Returns a time that is this many microseconds after midnight. */
const timeAt = (microsecond: number) => `2026-09-01T00:00:00.${String(microsecond).padStart(6, '0')}Z`

const member = (id: string, changedAt: string | null) => ({
  id,
  created_at: timeAt(0),
  modified_at: changedAt,
  customer_id: 'customer',
  email: `${id}@example.com`,
  name: null,
  external_id: null,
  role: 'member',
})

/** Returns the states of one row, oldest first. Each person claims the seat after the previous person lost it. */
const statesOf = (people: number): CustomerSeat[] =>
  Array.from({ length: people }, (_, index): CustomerSeat[] => {
    const occupant = member(`m${index}`, index % 2 === 0 ? null : timeAt(index))
    const base = { ...pendingSeat, created_at: timeAt(1), email: null, customer_email: occupant.email }
    const claimed: CustomerSeat = {
      ...base,
      status: 'claimed',
      member: occupant,
      member_id: occupant.id,
      modified_at: index === 0 ? null : timeAt(index * 10 + 2),
      invitation_token_expires_at: null,
      claimed_at: timeAt(index * 10 + 2),
    }
    const revoked: CustomerSeat = {
      ...claimed,
      status: 'revoked',
      member_id: null,
      customer_id: null,
      modified_at: timeAt(index * 10 + 3),
      revoked_at: timeAt(index * 10 + 3),
    }
    return [claimed, revoked]
  }).flat()

const apply = (events: readonly CustomerSeat[]) =>
  events.reduce<MirrorSeat | undefined>(
    (row, event) => mirrorSeat(row, { seat: event, cause: 'person', isRead: false }) ?? row,
    undefined,
  )

test('events in any order, some of them twice, lead to the newest state', () => {
  const orders = fc.integer({ min: 1, max: 6 }).chain((people) => {
    const states = statesOf(people)
    return fc.tuple(fc.constant(states), fc.shuffledSubarray([...states, ...states], { minLength: states.length * 2 }))
  })
  fc.assert(
    fc.property(orders, ([states, shuffled]) => {
      expect(apply(shuffled)).toEqual(apply(states))
    }),
  )
})

test('the newer of two events counts, even if they are only a microsecond apart', () => {
  const [claimed, revoked] = statesOf(1)
  if (claimed === undefined || revoked === undefined) throw new Error('There are no states.')
  expect(
    apply([
      { ...revoked, modified_at: timeAt(3) },
      { ...claimed, modified_at: timeAt(2) },
    ])?.status,
  ).toBe('revoked')
  expect(
    apply([
      { ...claimed, modified_at: timeAt(4) },
      { ...revoked, modified_at: timeAt(3) },
    ])?.status,
  ).toBe('claimed')
})

test('a roster that was read corrects a row of the same age', () => {
  const [claimed] = statesOf(1)
  if (claimed === undefined) throw new Error('There are no states.')
  const row = apply([claimed])
  const corrected = { ...claimed, seat_metadata: { desk: 4 } }
  expect(mirrorSeat(row, { seat: corrected, cause: 'person', isRead: false })).toBeUndefined()
  expect(mirrorSeat(row, { seat: corrected, cause: 'person', isRead: true })).toMatchObject({ metadata: { desk: 4 } })
})
