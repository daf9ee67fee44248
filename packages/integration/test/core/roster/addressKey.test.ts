import { ensureRevoked, ensureSeat, findSeat, planSeats, preflightSeats } from '@seats/core'
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
