import { isInvitationExpired, summarizeRoster, type SeatsClient, type SeatsClientOptions } from '@seats/core'
import { createSeatsHandler } from '@seats/server'
import { beforeEach, describe, expect, test } from 'vitest'
import { startServers } from '../../startServers.ts'

const servers = await startServers()
const { emulator } = servers
const hourMs = 60 * 60_000

beforeEach(() => void emulator.reset())

const routes: [string, (options: Partial<SeatsClientOptions>) => SeatsClient][] = [
  ['directly to Polar', (options) => servers.organizationClient(options)],
  ['through the guard', (options) => servers.tokenlessClient(options)],
  [
    'through a guard in the same process',
    (options) => {
      const handler = createSeatsHandler({
        client: servers.organizationClient(),
        basePath: '/api/seats',
        authorize: () => ({ sources: [servers.source] }),
      })
      const fetch = (request: Request) => {
        request.headers.set('sec-fetch-site', 'same-origin')
        return handler(request)
      }
      return servers.tokenlessClient({ ...options, baseURL: '/api/seats', fetch })
    },
  ],
]

describe.each(routes)('%s', (_route, connect) => {
  test.each([
    ['right', 0],
    ['two days ahead', 48 * hourMs],
    ['two days behind', -48 * hourMs],
  ])('an invitation expires by the server’s clock if this machine’s clock is %s', async (_title, offsetMs) => {
    await servers.organizationClient().assignSeat({ ...servers.source, email: 'ada@team-mail.com' })
    const client = connect({ now: () => emulator.now() + offsetMs })
    const readExpiry = async () => {
      const roster = await client.listSeats(servers.source)
      const adasSeats = roster.seats.filter(({ email }) => email === 'ada@team-mail.com')
      const { expired } = summarizeRoster({ ...roster, seats: adasSeats }, { now: client.now() })
      return [expired, adasSeats.some((seat) => isInvitationExpired(seat, { now: client.earliestNow() }))]
    }
    expect(await readExpiry()).toEqual([0, false])
    emulator.advance(25 * 60 * 60)
    expect(await readExpiry()).toEqual([1, true])
  })
})

test('no invitation counts as certainly expired before a response has shown the server’s time', async () => {
  const seat = await servers.organizationClient().assignSeat({ ...servers.source, email: 'ada@team-mail.com' })
  const client = servers.organizationClient({ now: () => emulator.now() + 48 * hourMs })
  expect(isInvitationExpired(seat, { now: client.now() })).toBe(true)
  expect(isInvitationExpired(seat, { now: client.earliestNow() })).toBe(false)
})

test('the response to a change shows the server’s time if the Date header cannot be read', async () => {
  const client = servers.organizationClient({
    now: () => emulator.now() + 48 * hourMs,
    fetch: async (request) => {
      const response = await globalThis.fetch(request)
      const headers = new Headers(response.headers)
      headers.delete('date')
      return new Response(response.body, { status: response.status, headers })
    },
  })
  const seat = await client.assignSeat({ ...servers.source, email: 'ada@team-mail.com' })
  expect(isInvitationExpired(seat, { now: client.now() })).toBe(false)
  emulator.advance(25 * 60 * 60)
  expect(isInvitationExpired(seat, { now: client.earliestNow() })).toBe(true)
})
