import type { SeatsClient } from '@seats/core'
import type { Fault } from '@seats/emulator'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSession, errorOf, newestInvitationToken, shortPauses, startServers } from '../../startServers.ts'

const servers = await startServers()
const { emulator } = servers

beforeEach(() => void emulator.reset())

type Kind = Fault['fault']
const status = (code: number, body?: string, headers?: Record<string, string>): Kind => ({
  kind: 'status',
  status: code,
  ...(body !== undefined && { body }),
  ...(headers && { headers }),
})
const refusal = (error: string, detail: unknown = 'Why') => JSON.stringify({ error, detail })

type Row = [name: string, fault: Kind, code: string, reads: Outcome, changes: Outcome]
/** The number of attempts, and whether the error is retryable and ambiguous. */
type Outcome = [attempts: number, isRetryable: boolean, isAmbiguous: boolean]

const sentThreeTimes: Outcome = [3, true, false]
const changeIsAmbiguous: Outcome = [1, false, true]
const failsOnce: Outcome = [1, false, false]

const table: Row[] = [
  [
    'a connection that drops before the call takes effect',
    { kind: 'drop_before' },
    'NetworkError',
    sentThreeTimes,
    changeIsAmbiguous,
  ],
  [
    'a connection that drops after the call took effect',
    { kind: 'drop_after' },
    'NetworkError',
    sentThreeTimes,
    changeIsAmbiguous,
  ],
  ['an answer that is too late', { kind: 'latency', ms: 60_000 }, 'TimeoutError', sentThreeTimes, changeIsAmbiguous],
  ['429', status(429), 'RateLimited', sentThreeTimes, sentThreeTimes],
  ['429 with a Retry-After', status(429, '', { 'retry-after': '0' }), 'RateLimited', sentThreeTimes, sentThreeTimes],
  [
    '429 with a long Retry-After',
    status(429, '', { 'retry-after': '3600' }),
    'RateLimited',
    [1, true, false],
    [1, true, false],
  ],
  ['500', status(500, 'Internal Server Error'), 'ServerError', sentThreeTimes, changeIsAmbiguous],
  ['503', status(503, '<h1>Down</h1>'), 'ServerError', sentThreeTimes, changeIsAmbiguous],
  ['200 with HTML', { kind: 'garbage' }, 'InvalidResponse', failsOnce, changeIsAmbiguous],
  ['200 with null', status(200, 'null'), 'InvalidResponse', failsOnce, changeIsAmbiguous],
  ['truncated JSON', status(200, '{"seats": [{"id": "1'), 'InvalidResponse', failsOnce, changeIsAmbiguous],
  ['200 with an empty body', status(200), 'InvalidResponse', failsOnce, changeIsAmbiguous],
  [
    'a redirect',
    status(307, '', { location: 'http://127.0.0.1:1/v1/customer-seats' }),
    'InvalidResponse',
    failsOnce,
    failsOnce,
  ],
  ['400', status(400, refusal('SeatNotAvailable')), 'SeatNotAvailable', failsOnce, failsOnce],
  ['401', status(401, refusal('Unauthorized', 'Unauthorized')), 'Unauthorized', failsOnce, failsOnce],
  ['403', status(403, refusal('NotPermitted')), 'NotPermitted', failsOnce, failsOnce],
  ['404', status(404, refusal('ResourceNotFound')), 'ResourceNotFound', failsOnce, failsOnce],
  ['422', status(422, refusal('RequestValidationError', [])), 'RequestValidationError', failsOnce, failsOnce],
]

interface Operation {
  name: string
  isRead: boolean
  /** Prepares the data, then returns the call under test. */
  call: () => Promise<(client: SeatsClient) => Promise<unknown>>
  isInPortal: boolean
}

const assignSeat = (client: SeatsClient) => client.assignSeat({ ...servers.source, email: 'bob@example.com' })

const operations: Operation[] = [
  { name: 'listSeats', isRead: true, isInPortal: true, call: async () => (client) => client.listSeats(servers.source) },
  { name: 'assignSeat', isRead: false, isInPortal: true, call: async () => assignSeat },
  {
    name: 'revokeSeat',
    isRead: false,
    isInPortal: true,
    call: async () => {
      const { id } = await assignSeat(servers.organizationClient())
      return (client) => client.revokeSeat(id)
    },
  },
  {
    name: 'resendInvitation',
    isRead: false,
    isInPortal: true,
    call: async () => {
      const { id } = await assignSeat(servers.organizationClient())
      return (client) => client.resendInvitation(id)
    },
  },
  {
    name: 'getClaimInfo',
    isRead: true,
    isInPortal: false,
    call: async () => {
      await assignSeat(servers.organizationClient())
      return (client) => client.getClaimInfo(newestInvitationToken(emulator))
    },
  },
  {
    name: 'claimSeat',
    isRead: false,
    isInPortal: false,
    call: async () => {
      await assignSeat(servers.organizationClient())
      return (client) => client.claimSeat({ invitation_token: newestInvitationToken(emulator) })
    },
  },
]

const modes: [string, (options: object) => Promise<SeatsClient>, Operation[]][] = [
  ['an access token', async (options) => servers.organizationClient(options), operations],
  [
    'a session token',
    async (options) => servers.portalClient({ ...options, sessionToken: await createSession(emulator) }),
    operations.filter(({ isInPortal }) => isInPortal),
  ],
]

const readState = async () => [await servers.readRoster(), emulator.outbox().length]

describe.each(modes)('with %s', (_mode, create, operations) => {
  describe.each(operations)('$name', ({ name, isRead, call }) => {
    test.each(table)('fails with the right error after %s', async (_title, fault, code, reads, changes) => {
      // The time limit is short only if the test waits for it to pass, because a busy machine can answer late.
      const client = await create(fault.kind === 'latency' ? { timeout: 50 } : {})
      const send = await call()
      const stateBefore = await readState()
      servers.sent.length = 0
      emulator.inject({ fault, match: { path: '/v1/customer-' } })
      const error = await errorOf(send(client))

      const [attempts, isRetryable, isAmbiguous] = isRead ? reads : changes
      expect(error).toMatchObject({ code, isRetryable, isAmbiguous, operation: name })
      expect(servers.sent).toHaveLength(attempts)
      await emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' })
      const tookEffect = !isRead && ['drop_after', 'garbage'].includes(fault.kind)
      expect(JSON.stringify(await readState()) === JSON.stringify(stateBefore)).toBe(!tookEffect)
      expect(isAmbiguous || !tookEffect).toBe(true)
    })
  })
})

test('a call to a server that cannot be reached fails with NetworkError', async () => {
  const unreachableClient = servers.organizationClient({ baseURL: 'http://127.0.0.1:1' })
  expect(await errorOf(unreachableClient.listSeats(servers.source))).toMatchObject({
    code: 'NetworkError',
    isRetryable: true,
  })
  expect(await errorOf(assignSeat(unreachableClient))).toMatchObject({ code: 'NetworkError', isAmbiguous: true })
})

test.each<[Kind]>([[{ kind: 'drop_before' }], [status(503)], [status(429, '', { 'retry-after': '0' })]])(
  'a read succeeds after two faults: %o',
  async (fault) => {
    const client = servers.organizationClient(shortPauses)
    servers.sent.length = 0
    emulator.inject({ fault, times: 2 })
    expect(await client.listSeats(servers.source)).toMatchObject({ total_seats: 10 })
    expect(servers.sent).toHaveLength(3)
  },
)

test('a change is sent again after a 429, and is made once', async () => {
  emulator.inject({ fault: status(429), times: 2 })
  expect(await assignSeat(servers.organizationClient(shortPauses))).toMatchObject({ status: 'pending' })
  expect((await servers.readRoster()).seats).toHaveLength(1)
})

test('the number of retries is an option of the client and of each call', async () => {
  emulator.inject({ fault: status(503) })
  const count = async (client: SeatsClient, options?: Parameters<SeatsClient['listSeats']>[1]) => {
    servers.sent.length = 0
    await errorOf(client.listSeats(servers.source, options))
    return servers.sent.length
  }
  expect(await count(servers.organizationClient({ retry: false }))).toBe(1)
  expect(await count(servers.organizationClient(shortPauses), { retry: false })).toBe(1)
  expect(await count(servers.organizationClient({ retry: false }), shortPauses)).toBe(3)
  expect(await count(servers.organizationClient({ retry: { ...shortPauses.retry, attempts: 5 } }))).toBe(5)
})
