import {
  isSeatsError,
  planSeats,
  seatOccupant,
  type CustomerSeat,
  type PlanRecipient,
  type SeatsList,
} from '@seats/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { member, seatOf, revokedSeat, roster, seat, uuid } from '../../seats.ts'

const now = Date.parse('2026-08-01T12:00:00Z')
const expiredFields = { invitation_token_expires_at: '2026-08-01T11:00:00Z' }
const plan = (seats: CustomerSeat[], desired: PlanRecipient[], total = 10) =>
  planSeats(roster(seats, total), desired, { now, maxRevokes: Infinity, allowEmpty: true })

test('a plan assigns missing people, revokes unwanted people, renews expired invitations and keeps the other seats', () => {
  const [ada, grace, kay, joan] = [
    seatOf('ada@example.com', { status: 'claimed' }),
    seatOf('grace@example.com', expiredFields),
    seatOf('kay@example.com', expiredFields),
    seatOf('joan@example.com'),
  ]
  const desired = [
    { email: 'ADA@example.com' },
    { email: 'grace@example.com' },
    { email: 'joan@example.com' },
    { email: 'new@example.com', metadata: { team: 'x' } },
    { email: 'New@example.com' },
  ]
  expect(plan([ada, grace, kay, joan, revokedSeat()], desired)).toEqual({
    assign: [{ email: 'New@example.com' }],
    revoke: [kay],
    reinvite: [grace],
    keep: [ada, joan],
    shortfall: [],
  })
})

test('a plan uses the seats that its revokes free, and lists the people for whom no seat is free', () => {
  const seats = [seatOf('ada@example.com'), seatOf('kay@example.com')]
  const desired = ['ada', 'b', 'c', 'd'].map((name) => ({ email: `${name}@example.com` }))
  const { assign, shortfall } = plan(seats, desired, 3)
  expect(assign).toEqual([{ email: 'b@example.com' }, { email: 'c@example.com' }])
  expect(shortfall).toEqual([{ email: 'd@example.com' }])
})

test('a plan assigns nobody if more seats are used than bought', () => {
  const seats = ['a', 'b', 'c'].map((name) => seatOf(`${name}@example.com`))
  const desired = ['a', 'b', 'c', 'd'].map((name) => ({ email: `${name}@example.com` }))
  expect(plan(seats, desired, 2)).toMatchObject({ assign: [], revoke: [], shortfall: [{ email: 'd@example.com' }] })
})

describe('seats that are not managed', () => {
  const manage = ({ email }: CustomerSeat) => email?.endsWith('@example.com') === true
  test('are neither revoked nor renewed, and still count as used', () => {
    const [guestSeat, expiredSeat] = [seatOf('guest@other.test'), seatOf('late@other.test', expiredFields)]
    const desired = [{ email: 'late@other.test' }, { email: 'ada@example.com' }]
    expect(planSeats(roster([guestSeat, expiredSeat], 2), desired, { now, manage })).toEqual({
      revoke: [],
      reinvite: [],
      keep: [guestSeat, expiredSeat],
      assign: [],
      shortfall: [{ email: 'ada@example.com' }],
    })
  })
})

describe('maxRevokes', () => {
  const team = (size: number) => Array.from({ length: size }, (_, index) => seatOf(`p${index}@example.com`))
  const countRevokes = (size: number, kept: number, maxRevokes?: number) =>
    planSeats(
      roster(team(size), 100),
      Array.from({ length: kept }, (_, index) => ({ email: `p${index}@example.com` })),
      { now, maxRevokes },
    ).revoke.length

  test('is half of the seats in use by default', () => {
    expect(countRevokes(4, 2)).toBe(2)
    for (const size of [1, 2, 3, 4, 50]) expect(() => countRevokes(size, 0), String(size)).toThrow(/would revoke/)
    expect(() => countRevokes(4, 1)).toThrow('This plan would revoke 3 of 4 seats, more than the 2 allowed.')
  })
  test('can be raised and lowered', () => {
    expect(countRevokes(4, 1, 3)).toBe(3)
    expect(() => countRevokes(4, 3, 0)).toThrow(/would revoke 1 of 4/)
  })
  test('causes a ConfigurationError if there are more revokes', () => {
    expect(thrownError(() => countRevokes(4, 0))).toMatchObject({ code: 'ConfigurationError', isAmbiguous: false })
  })
})

describe('an empty list of people', () => {
  const team = [seatOf('ada@example.com'), seatOf('grace@example.com', { status: 'claimed' })]
  test.each([
    ['a team', team, undefined],
    ['a team, even if maxRevokes is Infinity', team, Infinity],
    ['a roster of revoked seats', [revokedSeat()], undefined],
    ['an empty roster', [], undefined],
  ])('is refused for %s', (_what, seats, maxRevokes) => {
    const error = thrownError(() => planSeats(roster(seats, 10), [], { now, maxRevokes }))
    expect(error?.code).toBe('ConfigurationError')
    expect(error?.detail).toContain('allowEmpty: true')
  })
  test('revokes everybody with allowEmpty', () => {
    expect(planSeats(roster(team, 10), [], { now, allowEmpty: true }).revoke).toEqual(team)
    expect(planSeats(roster([], 10), [], { now, allowEmpty: true }).revoke).toEqual([])
  })
  test('cannot revoke more than maxRevokes, even with allowEmpty', () => {
    expect(() => planSeats(roster(team, 10), [], { now, allowEmpty: true, maxRevokes: 1 })).toThrow(
      /would revoke 2 of 2/,
    )
  })
})

test.each([NaN, -1])('planSeats refuses the time %d, even for an empty roster', (now) => {
  expect(() => planSeats(roster([]), [{ email: 'a@example.com' }], { now })).toThrow(
    expect.objectContaining({ code: 'ConfigurationError' }),
  )
})

test.each([NaN, -1])('planSeats refuses a maxRevokes of %d', (maxRevokes) => {
  expect(
    thrownError(() => planSeats(roster([], 1), [{ email: 'ada@example.com' }], { now, maxRevokes })),
  ).toMatchObject({
    code: 'ConfigurationError',
  })
})

describe('a seat that nobody has', () => {
  const nobodysSeat = seat({ status: 'claimed', customer_id: null, claimed_at: '2026-08-01T11:00:00Z' })
  test('is freed in any plan, and can be assigned again', () => {
    const ada = seatOf('ada@example.com')
    const desired = [{ email: 'ada@example.com' }, { email: 'new@example.com' }]
    const options = { now, manage: () => false, maxRevokes: 0 }
    expect(planSeats(roster([ada, nobodysSeat], 2), desired, options)).toEqual({
      assign: [{ email: 'new@example.com' }],
      revoke: [nobodysSeat],
      reinvite: [],
      keep: [ada],
      shortfall: [],
    })
  })
  test('is not counted by maxRevokes', () => {
    const seats = [seatOf('ada@example.com'), seatOf('kay@example.com'), nobodysSeat, nobodysSeat, nobodysSeat]
    expect(() => planSeats(roster(seats, 9), [{ email: 'new@example.com' }], { now })).toThrow(
      /would revoke 2 of 2 seats/,
    )
  })
})

test('planSeats refuses all invalid people in one error, with their index', () => {
  const desired = [{ email: 'ada@example.com' }, { email: 'wrong' }, { customer_id: uuid() }] as PlanRecipient[]
  expect(thrownError(() => plan([], desired))).toMatchObject({
    code: 'RequestValidationError',
    fieldErrors: { '1.email': ['This is not an email address'], '2': ['A customer id cannot be used in a plan'] },
  })
})

test('the error about invalid people counts each person once', () => {
  const desired = [{ email: 'wrong', member_id: 'wrong' }, { email: 'ada@example.com' }] as PlanRecipient[]
  const error = thrownError(() => plan([], desired))
  expect(error?.issues?.length).toBeGreaterThan(1)
  expect(error?.detail).toContain('1 of the desired people cannot be used in a plan')
})

function thrownError(act: () => unknown) {
  try {
    act()
  } catch (error) {
    if (isSeatsError(error)) return error
  }
  return undefined
}

/** Ten people, each with an address and two ids. */
const people = Array.from({ length: 10 }, (_, index) => ({
  email: `p${index}@example.com`,
  member_id: `aaaaaaaa-0000-4000-8000-00000000000${index}`,
  external_member_id: `usr_${index}`,
}))

const memberSeatOf = (
  { email, member_id, external_member_id }: (typeof people)[number],
  fields: Partial<CustomerSeat> = {},
) => seat({ email, customer_email: email, member_id, member: member(member_id, email, external_member_id), ...fields })

const anyRoster = fc
  .tuple(
    fc
      .shuffledSubarray(people)
      .chain((members) =>
        fc.tuple(
          ...members.map((who) =>
            fc
              .constantFrom({ status: 'claimed' }, { status: 'pending' }, { status: 'pending', ...expiredFields })
              .map((fields) => memberSeatOf(who, fields)),
          ),
        ),
      ),
    fc.nat({ max: 4 }).map((count) => Array.from({ length: count }, () => revokedSeat())),
    fc.nat({ max: 12 }),
  )
  .map(([seats, revokedSeats, total]) => roster([...seats, ...revokedSeats], total))

/** Lists of wanted people. An entry has one or two of a person's identifiers. Some people are twice in a list. */
const anyDesired = fc
  .tuple(fc.shuffledSubarray(people), fc.array(fc.nat({ max: 3 }), { minLength: 10, maxLength: 10 }), fc.boolean())
  .map(([planned, spellings, hasDuplicates]) => {
    const desired = planned.map((who, index) => otherSpelling(who, spellings[index] ?? 0))
    return hasDuplicates ? [...desired, ...desired.slice(0, 3)] : desired
  })

function otherSpelling(
  { email, member_id, external_member_id }: (typeof people)[number],
  spelling: number,
): PlanRecipient {
  if (spelling === 0) return { email: email.toUpperCase() }
  if (spelling === 1) return { member_id }
  return spelling === 2 ? { external_member_id } : { external_member_id, email }
}

const findPerson = (planned: PlanRecipient) =>
  people.find(
    ({ email, member_id, external_member_id }) =>
      planned.email?.toLowerCase() === email ||
      planned.member_id === member_id ||
      planned.external_member_id === external_member_id,
  )

/** Applies a plan as Polar would: a person who already has a seat gets no second one. */
function applyPlan(list: SeatsList, { assign, revoke, reinvite }: ReturnType<typeof planSeats>): SeatsList {
  const changedSeats = list.seats.map((row) => {
    if (revoke.includes(row)) return revokedSeat({ id: row.id })
    return reinvite.includes(row) ? { ...row, invitation_token_expires_at: '2026-08-02T12:00:00Z' } : row
  })
  const emails = new Set(changedSeats.map((row) => seatOccupant(row)?.email))
  const addedSeats = assign.flatMap((planned) => {
    const who = findPerson(planned)
    if (who === undefined || emails.has(who.email)) return []
    emails.add(who.email)
    return [memberSeatOf(who)]
  })
  return roster([...changedSeats, ...addedSeats], list.total_seats)
}

const isManaged = ({ email }: CustomerSeat) => !email?.startsWith('p1')

test('after a plan is applied, the roster has the desired people, and the next plan is empty', () => {
  fc.assert(
    fc.property(anyRoster, anyDesired, fc.boolean(), (list, desired, managesSome) => {
      const options = { now, maxRevokes: Infinity, allowEmpty: true, ...(managesSome && { manage: isManaged }) }
      const firstPlan = planSeats(list, desired, options)
      const usedCount = list.seats.filter((row) => row.status !== 'revoked').length - firstPlan.revoke.length
      expect(usedCount + firstPlan.assign.length).toBeLessThanOrEqual(Math.max(usedCount, list.total_seats))

      const rosterAfter = applyPlan(list, firstPlan)
      const emails = rosterAfter.seats.map((row) => seatOccupant(row)?.email).filter((email) => email !== undefined)
      expect(new Set(emails).size).toBe(emails.length)
      const shortfallEmails = new Set(firstPlan.shortfall.map((planned) => findPerson(planned)?.email))
      for (const planned of desired)
        expect(
          emails.includes(findPerson(planned)?.email ?? '') || shortfallEmails.has(findPerson(planned)?.email),
        ).toBe(true)
      for (const row of list.seats.filter((row) => managesSome && !isManaged(row) && row.status !== 'revoked')) {
        expect(rosterAfter.seats).toContain(row)
      }
      expect(planSeats(rosterAfter, desired, options)).toMatchObject({ assign: [], revoke: [], reinvite: [] })
    }),
    { numRuns: 1000 },
  )
})
