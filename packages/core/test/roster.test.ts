import { findSeat, isInvitationExpired, patchRoster, seatOccupant, summarizeRoster } from '@seats/core'
import { describe, expect, test } from 'vitest'
import { member, person, revoked, roster, seat, source, uuid } from './seats.ts'

const expiry = Date.parse('2026-08-02T10:00:00Z')

describe('isInvitationExpired', () => {
  test('looks at pending seats only: claiming does not clear the expiry', () => {
    expect(isInvitationExpired(seat(), { now: expiry })).toBe(true)
    expect(isInvitationExpired(seat(), { now: expiry - 1 })).toBe(false)
    expect(isInvitationExpired(seat({ status: 'claimed' }), { now: expiry + 1 })).toBe(false)
    expect(isInvitationExpired(revoked(), { now: expiry + 1 })).toBe(false)
    expect(isInvitationExpired(seat({ invitation_token_expires_at: null }), { now: expiry + 1 })).toBe(false)
  })
})

test.each([NaN, -1, '5', null])('a time of %j is refused, with what to write instead', (now) => {
  const options = { now: now as number }
  const sentence = /`now` is .*number of milliseconds since 1970/
  expect(() => isInvitationExpired(seat(), options)).toThrow(sentence)
  expect(() => summarizeRoster(roster([]), options)).toThrow(sentence)
})

test('summarizeRoster counts', () => {
  const list = roster([seat(), seat({ status: 'claimed' }), seat({ status: 'frozen' }), revoked()], 5)
  const numbers = { total: 5, available: 3, used: 2, claimed: 1, pending: 1, nobody: 0 }
  expect(summarizeRoster(list, { now: expiry })).toEqual({ ...numbers, expired: 1 })
  expect(summarizeRoster(list, { now: expiry - 1 })).toEqual({ ...numbers, expired: 0 })
})

describe('seatOccupant', () => {
  test('takes the seat, then the customer, then the member', () => {
    const ada = member(uuid(), 'ada@example.com', 'usr_1')
    expect(seatOccupant(seat({ member: ada }))).toEqual({
      email: 'ada@example.com',
      member_id: ada?.id,
      external_member_id: 'usr_1',
      name: 'Ada Lovelace',
    })
    expect(seatOccupant(seat({ member: ada, customer_email: 'c@example.com' }))?.email).toBe('c@example.com')
    expect(seatOccupant(seat({ email: 's@example.com', customer_email: 'c@example.com' }))?.email).toBe('s@example.com')
  })
  test('is null for a revoked seat, also where its answer still has the member', () => {
    expect(seatOccupant(revoked({ member: member(uuid(), 'ada@example.com') }))).toBeNull()
  })
  test('is somebody for a status that we do not know', () => {
    expect(seatOccupant(person('ada@example.com', { status: 'frozen' }))?.email).toBe('ada@example.com')
  })
})

describe('findSeat', () => {
  const memberId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
  const ada = seat({
    email: 'Ada@Example.com',
    member_id: memberId,
    member: member(memberId, 'Ada@Example.com', 'usr_1'),
  })
  const list = roster([revoked(), person('grace@example.com'), ada])

  test.each([
    { email: 'ada@example.com' },
    { email: ' ADA@example.com ' },
    { email: 'Ada Lovelace <ada@example.com>' },
    { member_id: memberId },
    { member_id: memberId.toUpperCase() },
    { member_id: `urn:uuid:${memberId}` },
    { member_id: `{${memberId.replaceAll('-', '')}}` },
    { external_member_id: 'usr_1' },
    { external_member_id: 'usr_1', email: 'new@example.com' },
  ])('finds %o', (recipient) => expect(findSeat(list, recipient)).toBe(ada))

  test.each([
    { email: 'nobody@example.com' },
    { email: '' },
    { external_member_id: 'USR_1' },
    { member_id: uuid() },
    { customer_id: ada.customer_id ?? '' },
    { external_customer_id: 'usr_1' },
  ])('does not find %o', (recipient) => expect(findSeat(list, recipient)).toBeUndefined())

  test('takes the nulls of a JSON as not given', () => {
    const recipient = JSON.parse('{"email":null,"member_id":null,"external_member_id":null}')
    expect(findSeat(list, recipient)).toBeUndefined()
  })

  test('passes over a revoked seat', () => {
    expect(findSeat(roster([revoked({ email: 'x@example.com' })]), { email: 'x@example.com' })).toBeUndefined()
  })
})

describe('patchRoster', () => {
  const old = person('ada@example.com', { modified_at: '2026-08-01T10:00:00.000500Z' })
  const list = roster([person('grace@example.com'), old])

  test('puts a newer version in its place and keeps the other rows', () => {
    const claimed = { ...old, status: 'claimed', modified_at: '2026-08-01T10:00:00.000501Z' }
    const patched = patchRoster(list, claimed, source)
    expect(patched.seats[1]).toBe(claimed)
    expect(patched.seats[0]).toBe(list.seats[0])
    expect(list.seats[1]).toBe(old)
  })
  test('ignores an older version, compared as times', () => {
    const older = ['2026-08-01T10:00:00.000499Z', '2026-08-01T10:00:00Z', '2026-08-01T11:59:59+02:00']
    for (const modified_at of older) expect(patchRoster(list, { ...old, modified_at }, source)).toBe(list)
    // As text this one is the smaller.
    const newer = { ...old, modified_at: '2026-08-01T08:00:01-02:00' }
    expect(patchRoster(list, newer, source).seats[1]).toBe(newer)
  })
  test('takes the same version again', () => {
    const same = { ...old }
    expect(patchRoster(list, same, source).seats[1]).toBe(same)
  })
  test('counts what is free again', () => {
    expect(patchRoster(list, person('new@example.com'), source)).toMatchObject({ available_seats: 7, total_seats: 10 })
    expect(
      patchRoster(list, revoked({ id: old.id, modified_at: '2026-08-02T00:00:00Z' }), source).available_seats,
    ).toBe(9)
    expect(patchRoster(roster([], 0), person('new@example.com'), source).available_seats).toBe(0)
  })
  test('ignores a seat of another source, and knows its own by every spelling', () => {
    expect(patchRoster(list, person('x@example.com'), { subscription_id: uuid() })).toBe(list)
    expect(patchRoster(list, person('x@example.com'), { order_id: source.subscription_id })).toBe(list)
    const spelled = { subscription_id: `{${source.subscription_id.toUpperCase()}}` }
    expect(patchRoster(list, person('x@example.com'), spelled).seats).toHaveLength(3)
    const order = { order_id: uuid() }
    const ofOrder = seat({ subscription_id: null, order_id: order.order_id })
    expect(patchRoster(roster([]), ofOrder, order).seats).toEqual([ofOrder])
  })
})
