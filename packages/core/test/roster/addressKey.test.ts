import { findSeat, indexRoster, planSeats, preflightSeats, seatOccupant, type CustomerSeat } from '@seats/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrivalsOf, arrivalsOverlay } from '../../src/query/bulk/arrivalsOverlay.ts'
import { assignOverlay, revokeOverlay } from '../../src/query/roster/optimisticSeat.ts'
import { addressKey } from '../../src/roster/addressKey.ts'
import { sameOccupant } from '../../src/roster/sameOccupant.ts'
import { seatOf, roster, source } from '../seats.ts'

/** Addresses as Polar stores them, each with other spellings. */
const spellings: [stored: string, ...others: string[]][] = [
  ['Ada@example.com', 'ada@EXAMPLE.com', ' ADA@example.com\n', 'Ada Lovelace <ada@example.com>', '< ada@example.com >'],
  ['ada@münchen.de', 'ada@xn--mnchen-3ya.de', 'ada@XN--MNCHEN-3YA.DE', 'ada@mu\u0308nchen.de', 'ADA@MÜNCHEN.DE'],
  ['josé@example.com', 'jose\u0301@example.com', 'JOSE\u0301@example.com', 'JOSÉ@example.com'],
  ['a@example.com', 'a@ｅxample.com', 'a@ｅｘａｍｐｌｅ．ｃｏｍ', 'a@ⓔxample.com', 'a@example｡com', 'a@example。com'],
  ['a@fi-mail.com', 'a@ﬁ-mail.com'],
  ['a@straße.de', 'a@xn--strae-oqa.de', 'A@STRAẞE.de'],
  ['a@例え.jp', 'a@xn--r8jz45g.jp', 'a@例え。jp'],
  ['a@بريد.example', 'a@xn--ngbof4h.example'],
  ['δοκιμή@παράδειγμα.gr', 'ΔΟΚΙΜΉ@ΠΑΡΆΔΕΙΓΜΑ.gr', 'δοκιμη\u0301@xn--hxajbheg2az3al.gr'],
]

describe('addressKey returns the same key', () => {
  test.each(spellings)('for %s and its other spellings', (stored, ...others) => {
    expect(others.map(addressKey)).toEqual(others.map(() => addressKey(stored)))
  })

  test('only for one person’s spellings', () => {
    const people = [
      ...spellings.map(([stored]) => stored),
      'ａda@example.com',
      'ada@munchen.de',
      'jose@example.com',
      'a@strasse.de',
      // The URL parser would read these texts as `1.0.0.2`, `m.example`, `example.com` and a name with a port.
      'a@1.2',
      'a@１.２',
      'a@1.0.0.2',
      'a@0x1.2',
      'a@%6d.example',
      'a@m.example',
      'a@ｍ％６ｄ.example',
      'a@example.com/',
      'a@éxample.com/b',
      'a@éxample.com',
      'a@éxample.com:80',
      'a@éxample.com?x',
      'a@éxample.com#x',
      'a@éxam ple.com',
      'a@éxam_ple.com',
      'a@éxam\tple.com',
      'a@[éxample.com]',
      'a@éxample.com\\b',
      'a@b@éxample.com',
      'a@\u0338',
    ]
    const keys = people.map(addressKey)
    // `a@1.2` and `a@１.２` have the same key, so this key is left out.
    expect(new Set(keys.filter((key) => key !== 'a@1.2')).size).toBe(people.length - 2)
  })

  test.each(['a@<\u0338', 'a@=\u0338.example', 'a@>\u0338'])('for %j and for its key', (address) => {
    expect(addressKey(addressKey(address))).toBe(addressKey(address))
  })

  test('for an address and for its key', { timeout: 30_000 }, () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(text, text, (local, domain) => {
        const key = addressKey(`${local}@${domain}`)
        expect(addressKey(key)).toBe(key)
      }),
      { numRuns: 500 },
    )
  })

  test('for a domain in Unicode and in Punycode', () => {
    const label = fc.string({ unit: fc.constantFrom(...'abzäößéøλж例خश'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(label, (letters) => {
        const { hostname } = toAscii(`${letters}.example`)
        fc.pre(hostname !== '')
        const domainSpellings = [letters, letters.normalize('NFD'), letters.toUpperCase().replaceAll('SS', 'ß')]
        for (const spelling of domainSpellings)
          expect(addressKey(`a@${spelling}.example`)).toBe(addressKey(`A@${hostname}`))
      }),
    )
  })
})

function toAscii(domain: string): { hostname: string } {
  try {
    return new URL(`https://${domain}`)
  } catch {
    return { hostname: '' }
  }
}

describe.each(spellings)('%s in any spelling', (stored, ...others) => {
  const seat = seatOf(stored, { status: 'claimed' })
  const list = roster([seatOf('other@example.com'), seat])

  test('is the same person for each function that reads a roster', () => {
    for (const email of others) {
      expect(findSeat(list, { email })).toBe(seat)
      expect(indexRoster(list).find({ email })).toBe(seat)
      expect(preflightSeats(list, [{ email }])).toEqual([{ recipient: { email }, outcome: 'already_seated', seat }])
      expect(preflightSeats(roster([]), [{ email }, { email: stored }])[1]?.outcome).toBe('duplicate')
      expect(sameOccupant(seat, seatOf(email))).toBe(true)
    }
  })

  test('keeps the seat in a plan', () => {
    for (const email of others) {
      const plan = planSeats(list, [{ email }, { email: 'other@example.com' }], { now: 0, maxRevokes: Infinity })
      expect(plan).toMatchObject({ assign: [], revoke: [], reinvite: [], shortfall: [] })
      expect(plan.keep).toEqual(list.seats)
    }
  })

  test('gets no second row before the answer', () => {
    for (const email of others) {
      expect(assignOverlay(source, { email }, 0)(list)).toBe(list)
      expect(arrivalsOverlay(arrivalsOf(source, [{ email }], 0))(list)).toBe(list)
      const isUsed = ({ status }: CustomerSeat) => status !== 'revoked'
      expect(revokeOverlay({ ...seat, email }, 0)(list).seats.filter(isUsed)).toHaveLength(1)
    }
  })
})

describe('indexRoster finds the same seats as findSeat', () => {
  const emails = ['ada@example.com', 'ADA@example.com', 'ada@münchen.de', 'ada@xn--mnchen-3ya.de', 'nobody@example.com']
  const ids = ['aaaaaaaa-0000-4000-8000-000000000000', 'AAAAAAAA-0000-4000-8000-000000000000']
  const anySeat = fc
    .record({
      email: fc.option(fc.constantFrom(...emails)),
      member_id: fc.option(fc.constantFrom(...ids)),
      external_id: fc.option(fc.constantFrom('usr_1', 'usr_2')),
      status: fc.constantFrom('pending', 'claimed', 'revoked', 'frozen'),
    })
    .map(({ email, member_id, external_id, status }) =>
      seatOf(email ?? '', {
        email,
        customer_email: null,
        member_id,
        status,
        member: external_id === null ? null : { ...memberOf(ids[0] ?? ''), external_id },
      }),
    )
  const recipient = fc.oneof(
    fc.constantFrom(...emails).map((email) => ({ email })),
    fc.constantFrom(...ids).map((member_id) => ({ member_id })),
    fc.constantFrom('usr_1', 'usr_2').map((external_member_id) => ({ external_member_id })),
    fc.record({ email: fc.constantFrom(...emails), external_member_id: fc.constantFrom('usr_1', 'usr_2') }),
    fc.constantFrom({ customer_id: ids[0] ?? '' }, { external_customer_id: 'usr_1' }, { email: '' }),
  )
  test('for every recipient', () => {
    fc.assert(
      fc.property(fc.array(anySeat), recipient, (seats, who) => {
        expect(indexRoster(roster(seats)).find(who)).toBe(findSeat(roster(seats), who))
      }),
      { numRuns: 1000 },
    )
  })
})

const memberOf = (id: string) => ({
  id,
  created_at: '2026-08-01T10:00:00Z',
  modified_at: null,
  customer_id: id,
  email: 'member@example.com',
  name: null,
  external_id: null,
  role: 'member',
})

describe('the number of reads of the seats grows linearly with the roster and the list of people', () => {
  /** Creates a roster that counts how often the status of a seat is read. */
  function rosterThatCountsReads(size: number) {
    let readCount = 0
    const seats = Array.from({ length: size }, (_, index) => {
      const seat = seatOf(`p${index}@example.com`)
      return Object.defineProperty({ ...seat }, 'status', { get: () => (readCount++, seat.status) })
    })
    return { list: roster(seats, 2 * size), getReadCount: () => readCount }
  }
  const people = (size: number) => Array.from({ length: 2 * size }, (_, index) => ({ email: `p${index}@example.com` }))

  test.each([
    ['preflightSeats', (size: number, list: ReturnType<typeof roster>) => preflightSeats(list, people(size))],
    [
      'planSeats',
      (size: number, list: ReturnType<typeof roster>) =>
        planSeats(list, people(size), { now: 0, maxRevokes: Infinity }),
    ],
  ])('%s', (_name, run) => {
    const readCountFor = (size: number) => {
      const { list, getReadCount } = rosterThatCountsReads(size)
      const countBefore = getReadCount()
      run(size, list)
      return getReadCount() - countBefore
    }
    expect(readCountFor(2000)).toBeLessThanOrEqual(readCountFor(200) * 10)
  })
})

test('seatOccupant returns the address as it is stored', () => {
  expect(seatOccupant(seatOf('Ada@münchen.de'))?.email).toBe('Ada@münchen.de')
})
