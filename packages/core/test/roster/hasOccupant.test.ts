import { hasOccupant, lostSeat, type SeatOccupantRef } from '@seats/core'
import { describe, expect, test } from 'vitest'
import { clientWithAnswers, errorOf } from '../answers.ts'
import { member, seatOf, revokedSeat, roster, seat, source, uuid } from '../seats.ts'

const [m1, m2, c1, c2] = [uuid(), uuid(), uuid(), uuid()]
const ada = seatOf('ada@example.com', { member_id: m1, member: member(m1, 'ada@example.com', 'user_1') })
const grace = seatOf('grace@example.com', { member_id: m2, member: member(m2, 'grace@example.com', 'user_2') })
const seatWithoutMember = seatOf('ada@example.com')
const seatOfCustomer = seat({ customer_id: c1 })
const seatWithoutOccupant = seat({ status: 'claimed', customer_id: null, claimed_at: '2026-08-01T10:30:00.000000Z' })

describe('hasOccupant', () => {
  test.each<[string, SeatOccupantRef, object]>([
    ['the same row', ada, ada],
    [
      'a claimed row that was pending when it was seen',
      ada,
      { ...ada, status: 'claimed', claimed_at: '2026-08-01T11:00:00.000000Z' },
    ],
    ['a member id in capitals', { member_id: m1.toUpperCase() }, ada],
    ['a member id as a URN', { member_id: `urn:uuid:${m1}` }, ada],
    ['an external member id', { external_member_id: 'user_1' }, ada],
    ['an address', { email: 'Ada@Example.COM' }, ada],
    ['an address with a name', { email: 'Ada <ada@example.com>' }, ada],
    ['the address of a row without a member', seatWithoutMember, ada],
    ['a customer id, for a row that has no other identifier', seatOfCustomer, seatOfCustomer],
    ['nobody, for a revoked row', null, revokedSeat()],
    ['nobody, given as a revoked row', revokedSeat(), revokedSeat()],
    ['nobody, for a claimed row without an occupant', seatWithoutOccupant, seatWithoutOccupant],
    [
      'nobody, as seatOccupant returns it',
      { email: null, member_id: null, external_member_id: null },
      seatWithoutOccupant,
    ],
  ])('is true for %s', (_what, occupant, row) => {
    expect(hasOccupant({ ...seat(), ...row }, occupant)).toBe(true)
  })

  test.each<[string, SeatOccupantRef, object]>([
    ['the row of another person', ada, grace],
    ['the next occupant with the same address, but another member', ada, { ...ada, member_id: m2, member: null }],
    ['another member id', { member_id: m2 }, ada],
    ['another external member id', { external_member_id: 'User_1' }, ada],
    ['another address', { email: 'ada@example.org' }, ada],
    ['the paying customer, whose id every row has', { customer_id: ada.customer_id ?? '' }, ada],
    ['another customer', { customer_id: c2 }, seatOfCustomer],
    ['a person, for a row that nobody has', ada, seatWithoutOccupant],
    ['a person, for a revoked row', ada, revokedSeat()],
    ['nobody, for a row that somebody has', null, ada],
    ['nobody, for a row with a customer id alone', null, seatOfCustomer],
    ['a row that was revoked when it was seen', revokedSeat(), ada],
    ['an object without an identifier', {} as SeatOccupantRef, ada],
    ['an empty address', { email: '' }, ada],
    ['a value that is not an object', 'ada@example.com' as unknown as SeatOccupantRef, ada],
  ])('is false for %s', (_what, occupant, row) => {
    expect(hasOccupant({ ...seat(), ...row }, occupant)).toBe(false)
  })
})

describe('lostSeat', () => {
  const revokedFields = { status: 'revoked', customer_id: null, member_id: null, email: null, revoked_at: 'now' }

  test('returns the seat from before the revoke if the answer has the same occupant, or none', () => {
    for (const changedFields of [
      {},
      { customer_email: null },
      { member: null },
      { customer_email: null, member: null },
    ]) {
      expect(lostSeat(ada, { ...ada, ...revokedFields, ...changedFields })).toEqual(ada)
    }
    expect(lostSeat(seatOfCustomer, { ...seatOfCustomer, ...revokedFields })).toEqual(seatOfCustomer)
    expect(lostSeat(seatWithoutOccupant, { ...seatWithoutOccupant, ...revokedFields })).toEqual(seatWithoutOccupant)
    expect(lostSeat(seatWithoutMember, { ...ada, ...revokedFields })).toEqual(seatWithoutMember)
  })

  test('returns a claimed seat if it was claimed before the revoke', () => {
    const claimed_at = '2026-08-01T12:00:00.000000Z'
    expect(lostSeat(ada, { ...ada, ...revokedFields, claimed_at })).toEqual({ ...ada, status: 'claimed', claimed_at })
    expect(lostSeat(ada, { ...grace, ...revokedFields, claimed_at })).toMatchObject({ status: 'claimed', claimed_at })
  })

  test.each([
    ['the member differs', ada, grace],
    ['the address differs', seatWithoutMember, { ...grace, member: null }],
    ['nobody had the seat before', seatWithoutOccupant, grace],
    ['the person before had no address', seatOfCustomer, grace],
  ])('returns the seat of the other person if %s', (_how, before, after) => {
    const lastSeat = lostSeat(before, { ...after, ...revokedFields, seat_metadata: { team: 'x' } })
    expect(lastSeat).toMatchObject({ email: 'grace@example.com', status: 'pending', seat_metadata: { team: 'x' } })
    expect(hasOccupant(lastSeat, before)).toBe(false)
    expect(hasOccupant(lastSeat, { email: 'grace@example.com' })).toBe(true)
  })
})

describe('the header with the expected occupant', () => {
  const id = uuid()
  const sentOccupantHeaders = async (
    occupant: SeatOccupantRef | undefined,
    options: object = { baseURL: '/api/seats' },
  ) => {
    const { client, requests } = clientWithAnswers(() => Response.json(roster([])), options as { baseURL: string })
    await client.revokeSeat(id, { source, occupant }).catch(() => {})
    await client.resendInvitation(id, { source, occupant }).catch(() => {})
    return requests.map((request) => request.headers.get('seats-occupant'))
  }

  test.each<[string, SeatOccupantRef, string]>([
    ['the seat as it was seen', ada, `member_id=${m1}`],
    ['a seat without a member', seatWithoutMember, 'email=ada%40example.com'],
    ['a seat whose address is the customer’s', { ...seatWithoutMember, email: null }, 'email=ada%40example.com'],
    [
      'an external id before an address',
      { member_id: null, external_member_id: 'a=b c', email: 'x@y.de' },
      'external_member_id=a%3Db%20c',
    ],
    ['a seat with a customer alone', seatOfCustomer, `customer_id=${c1}`],
    ['an address', { email: 'jörg+x@münchen.de' }, 'email=j%C3%B6rg%2Bx%40m%C3%BCnchen.de'],
    ['nobody', null, 'nobody'],
    ['a seat of nobody', seatWithoutOccupant, 'nobody'],
    ['a revoked seat, even if it still has the fields of an occupant', { ...ada, status: 'revoked' }, 'nobody'],
  ])('is sent for %s', async (_what, occupant, header) => {
    expect(await sentOccupantHeaders(occupant)).toEqual([header, header])
  })

  test('is not sent without an occupant, and never to Polar', async () => {
    expect(await sentOccupantHeaders(undefined)).toEqual([null, null])
    expect(await sentOccupantHeaders(ada, { accessToken: 'polar_oat_x' })).toEqual([null, null])
    expect(await sentOccupantHeaders(ada, { sessionToken: 'polar_cst_x' })).toEqual([null, null])
  })

  test('cannot contain a text that is not valid Unicode', async () => {
    const { client, requests } = clientWithAnswers(() => Response.json(roster([])), { baseURL: '/api/seats' })
    const error = await errorOf(client.revokeSeat(id, { occupant: { email: '\ud800@example.com' } }))
    expect(error).toMatchObject({ code: 'RequestValidationError', operation: 'revokeSeat' })
    expect(requests).toEqual([])
  })
})

test('the error of a 409 has the seat as it is now, but the error’s JSON does not', async () => {
  const answer = { error: 'SeatOccupantChanged', detail: 'Somebody else has it.', seat: grace }
  const { client } = clientWithAnswers(() => Response.json(answer, { status: 409 }), { baseURL: '/api/seats' })
  const error = await errorOf(client.revokeSeat(ada.id, { occupant: ada }))
  expect(error).toMatchObject({ code: 'SeatOccupantChanged', status: 409, seat: grace, isRetryable: false })
  expect(JSON.stringify(error)).not.toContain('grace')
  const clientWithInvalidSeat = clientWithAnswers(
    () => Response.json({ ...answer, seat: { id: 1 } }, { status: 409 }),
    {
      baseURL: '/api',
    },
  )
  expect((await errorOf(clientWithInvalidSeat.client.revokeSeat(ada.id, { occupant: ada }))).seat).toBe(undefined)
})
