import { findSeat } from '@seats/core'
import { expect, test } from 'vitest'
import { member, seatOf, revokedSeat, roster, seat, uuid } from '../seats.ts'

const memberId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
const ada = seat({
  email: 'Ada@Example.com',
  member_id: memberId,
  member: member(memberId, 'Ada@Example.com', 'usr_1'),
})
const list = roster([revokedSeat(), seatOf('grace@example.com'), ada])

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
])('findSeat finds %o', (recipient) => expect(findSeat(list, recipient)).toBe(ada))

test.each([
  { email: 'nobody@example.com' },
  { email: '' },
  { external_member_id: 'USR_1' },
  { member_id: uuid() },
  { customer_id: ada.customer_id ?? '' },
  { external_customer_id: 'usr_1' },
])('findSeat does not find %o', (recipient) => expect(findSeat(list, recipient)).toBeUndefined())

test('findSeat ignores identifiers that are null', () => {
  const recipient = JSON.parse('{"email":null,"member_id":null,"external_member_id":null}')
  expect(findSeat(list, recipient)).toBeUndefined()
})

test('findSeat does not find a revoked seat', () => {
  expect(findSeat(roster([revokedSeat({ email: 'x@example.com' })]), { email: 'x@example.com' })).toBeUndefined()
})
