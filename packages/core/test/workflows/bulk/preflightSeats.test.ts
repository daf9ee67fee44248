import { preflightSeats, type SeatInvitee } from '@seats/core'
import { expect, test } from 'vitest'
import { seatOf, roster, uuid } from '../../seats.ts'

const outcomes = (recipients: SeatInvitee[], total = 10) =>
  preflightSeats(roster([seatOf('Ada@example.com')], total), recipients).map(({ outcome }) => outcome)

test('new, seated, duplicate and invalid recipients are returned in order', () => {
  const recipients = [
    { email: 'grace@example.com' },
    { email: 'ada@EXAMPLE.com' },
    { email: 'Grace <GRACE@example.com>' },
    { email: 'nobody' },
    { external_member_id: 'usr_1' },
    { external_member_id: 'usr_1' },
    { external_member_id: 'USR_1' },
  ]
  const expected = ['new', 'already_seated', 'duplicate', 'invalid', 'new', 'duplicate', 'new']
  expect(outcomes(recipients)).toEqual(expected)
})

test('the row of a seated person has the seat, and the row of an invalid recipient has the reason', () => {
  const list = roster([seatOf('ada@example.com')])
  const [seatedRow, invalidRow] = preflightSeats(list, [{ email: 'ada@example.com' }, { email: 'ada at example' }])
  expect(seatedRow).toEqual({ recipient: { email: 'ada@example.com' }, outcome: 'already_seated', seat: list.seats[0] })
  expect(invalidRow).toEqual({
    recipient: { email: 'ada at example' },
    outcome: 'invalid',
    reason: 'This is not an email address',
    code: 'invalid_email',
  })
})

test('free seats are given in the order of the list, and only to people who have no seat', () => {
  const recipients = ['a', 'ada', 'b', 'wrong@', 'c', 'a', 'd'].map((name) => ({
    email: name.includes('@') ? name : `${name}@example.com`,
  }))
  expect(outcomes(recipients, 3)).toEqual([
    'new',
    'already_seated',
    'new',
    'invalid',
    'no_seat',
    'duplicate',
    'no_seat',
  ])
})

test('no seat is free if more are used than bought', () => {
  const list = { ...roster([seatOf('ada@example.com')], 1), available_seats: -1 }
  expect(preflightSeats(list, [{ email: 'grace@example.com' }])[0]?.outcome).toBe('no_seat')
})

test.each([
  {},
  null,
  'ada@example.com',
  { email: 'a@example.com', member_id: uuid() },
  { member_id: 'mem_1' },
  { external_customer_id: '' },
  { email: 'nul\0@example.com' },
  { email: 'a@example.com', metadata: { text: 'x'.repeat(2000) } },
  { email: 'a@example.com', immediate_claim: 'yes' },
])('the outcome of %o is `invalid`', (recipient) => expect(outcomes([recipient as SeatInvitee])).toEqual(['invalid']))

test('identifiers that are null are ignored', () => {
  expect(outcomes([JSON.parse('{"email":null,"external_member_id":"usr_1","metadata":null}')])).toEqual(['new'])
})
