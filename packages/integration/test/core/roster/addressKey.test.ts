import { ensureRevoked, ensureSeat, findSeat, planSeats, preflightSeats } from '@seats/core'
import { parseRecipients } from '@seats/core/csv'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { errorOf, startServers } from '../startServers.ts'

const servers = await startServers()
const { emulator } = servers
beforeEach(() => emulator.reset())

/** An address as a person types it, as Polar stores it, and in another spelling. */
const spellings: [typed: string, stored: string, other: string][] = [
  ['ada@xn--mnchen-3ya.de', 'ada@münchen.de', 'ADA@mu\u0308nchen.de'],
  ['jose\u0301@team-mail.com', 'josé@team-mail.com', 'JOSÉ@TEAM-MAIL.com'],
  ['a@ｅxample.com', 'a@example.com', 'a@ⓔxample｡com'],
  ['a@ﬁ-mail.com', 'a@fi-mail.com', 'A@ﬁ-mail．com'],
  ['Kay <Kay@team-mail。com>', 'Kay@team-mail.com', 'kay@TEAM-MAIL.com'],
]

describe.each(spellings)('%s', (typed, stored, other) => {
  test('is stored in one form, and found by each spelling', async () => {
    const client = servers.organizationClient()
    const seat = await client.assignSeat({ ...servers.source, email: typed, immediate_claim: true })
    expect(seat.email).toBe(stored)
    const roster = await client.listSeats(servers.source)
    for (const email of [typed, stored, other]) {
      expect(findSeat(roster, { email })?.id).toBe(seat.id)
      expect(preflightSeats(roster, [{ email }])[0]?.outcome).toBe('already_seated')
      expect(planSeats(roster, [{ email }], { now: Date.now() })).toMatchObject({ assign: [], revoke: [] })
      expect((await errorOf(client.assignSeat({ ...servers.source, email }))).code).toBe('SeatAlreadyAssigned')
      expect((await ensureSeat(client, { source: servers.source, recipient: { email } })).seat?.id).toBe(seat.id)
    }
    expect((await client.listSeats(servers.source)).seats).toHaveLength(1)
    const spelledSeat = { ...seat, email: other, customer_email: other, member: null, member_id: null }
    expect(await ensureRevoked(client, { source: servers.source, seat: spelledSeat })).toMatchObject({ revoked: true })
  })
})

describe('metadata is rejected', () => {
  // Sends the metadata without core's checks.
  const isAcceptedByPolar = async (metadata: object) => {
    const body = JSON.stringify({ ...servers.source, member_id: '00000000-0000-4000-8000-000000000000', metadata })
    const headers = { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' }
    const response = await fetch(`${emulator.url}/v1/customer-seats`, { method: 'POST', headers, body })
    return response.status !== 422
  }
  const isAcceptedByCore = async (metadata: Record<string, unknown>) => {
    const member_id = '00000000-0000-4000-8000-000000000000'
    const error = await errorOf(servers.organizationClient().assignSeat({ ...servers.source, member_id, metadata }))
    return error.code !== 'RequestValidationError'
  }
  test('by core if Polar rejects it, and only then', { timeout: 60_000 }, async () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
      fc.array(fc.oneof(fc.integer(), fc.constantFrom('ü', '\x7f', '"', '\\', ':,', '\u2028', '😀'), fc.boolean())),
    )
    const metadata = fc
      .tuple(fc.dictionary(fc.string({ unit: 'grapheme' }), value, { maxKeys: 11, noNullPrototype: true }), fc.nat(30))
      .map(([generated, charactersBelowLimit]) => {
        // Fills the metadata up to about the size limit, where core and Polar could differ.
        const size = JSON.stringify(generated).replaceAll(/[^ -~]/g, '123456').length
        return { ...generated, fill: 'x'.repeat(Math.max(0, 1010 - size - charactersBelowLimit)) }
      })
    await fc.assert(
      fc.asyncProperty(metadata, async (generated) => {
        expect(await isAcceptedByCore(generated)).toBe(await isAcceptedByPolar(generated))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a pasted address', () => {
  const isAcceptedByPolar = async (email: string) => {
    const body = JSON.stringify({ ...servers.source, email })
    const headers = { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' }
    const response = await fetch(`${emulator.url}/v1/customer-seats`, { method: 'POST', headers, body })
    return response.status !== 422
  }
  test('becomes a recipient only if Polar accepts it', { timeout: 60_000 }, async () => {
    const piece = fc.constantFrom(
      ...'ab1éßжλ日. - _ + % \u0301 . .. -- xn-- ａ 。 ﬁ 💥 ! ( [ @ co.uk com test local mnchen-3ya münchen'.split(' '),
    )
    const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''))
    const address = fc.tuple(text, text, fc.constantFrom('.com', '.de', '.test', '', '.1', '。jp'))
    await fc.assert(
      fc.asyncProperty(address, async ([local, domain, ending]) => {
        const { recipients, problems } = parseRecipients(`${local}@${domain}${ending}`)
        expect(recipients.length + problems.length).toBeGreaterThan(0)
        for (const { email = '' } of recipients) expect([email, await isAcceptedByPolar(email)]).toEqual([email, true])
      }),
      { numRuns: 500 },
    )
  })
})
