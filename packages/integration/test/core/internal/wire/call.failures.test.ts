import type { SeatsClient } from '@seats/core'
import type { Fault } from '@seats/emulator'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSession, errorOf, invitation, shortPauses, startWorld } from '../../world.ts'

const world = await startWorld()
const { emulator } = world

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

const readIsRetried: Outcome = [3, true, false]
const changeIsAmbiguous: Outcome = [1, false, true]
const failsOnce: Outcome = [1, false, false]

const table: Row[] = [
  [
    'a connection that drops before the call takes effect',
    { kind: 'drop_before' },
    'NetworkError',
    readIsRetried,
    changeIsAmbiguous,
  ],
  [
    'a connection that drops after the call took effect',
    { kind: 'drop_after' },
    'NetworkError',
    readIsRetried,
    changeIsAmbiguous,
  ],
  ['an answer that is too late', { kind: 'latency', ms: 60_000 }, 'TimeoutError', readIsRetried, changeIsAmbiguous],
  ['429', status(429), 'RateLimited', readIsRetried, readIsRetried],
  ['429 with a Retry-After', status(429, '', { 'retry-after': '0' }), 'RateLimited', readIsRetried, readIsRetried],
  [
    '429 with a long Retry-After',
    status(429, '', { 'retry-after': '3600' }),
    'RateLimited',
    [1, true, false],
    [1, true, false],
  ],
  ['500', status(500, 'Internal Server Error'), 'ServerError', readIsRetried, changeIsAmbiguous],
  ['503', status(503, '<h1>Down</h1>'), 'ServerError', readIsRetried, changeIsAmbiguous],
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
  /** Prepares the data, then returns the call whose requests fail. */
  call: () => Promise<(client: SeatsClient) => Promise<unknown>>
  isInPortal: boolean
}

const assignSeat = (client: SeatsClient) => client.assignSeat({ ...world.source, email: 'bob@example.com' })

const operations: Operation[] = [
  { name: 'listSeats', isRead: true, isInPortal: true, call: async () => (client) => client.listSeats(world.source) },
  { name: 'assignSeat', isRead: false, isInPortal: true, call: async () => assignSeat },
  {
    name: 'revokeSeat',
    isRead: false,
    isInPortal: true,
    call: async () => {
      const { id } = await assignSeat(world.organization())
      return (client) => client.revokeSeat(id)
    },
  },
  {
    name: 'resendInvitation',
    isRead: false,
    isInPortal: true,
    call: async () => {
      const { id } = await assignSeat(world.organization())
      return (client) => client.resendInvitation(id)
    },
  },
  {
    name: 'getClaimInfo',
    isRead: true,
    isInPortal: false,
    call: async () => {
      await assignSeat(world.organization())
      return (client) => client.getClaimInfo(invitation(emulator))
    },
  },
  {
    name: 'claimSeat',
    isRead: false,
    isInPortal: false,
    call: async () => {
      await assignSeat(world.organization())
      return (client) => client.claimSeat({ invitation_token: invitation(emulator) })
    },
  },
]

const modes: [string, (options: object) => Promise<SeatsClient>, Operation[]][] = [
  ['an access token', async (options) => world.organization(options), operations],
  [
    'a session token',
    async (options) => world.portal({ ...options, sessionToken: await createSession(emulator) }),
    operations.filter(({ isInPortal }) => isInPortal),
  ],
]

const readState = async () => [await world.roster(), emulator.outbox().length]

describe.each(modes)('with %s', (_mode, create, operations) => {
  describe.each(operations)('$name', ({ name, isRead, call }) => {
    test.each(table)('%s', async (_failure, fault, code, reads, changes) => {
      // Short only if the test waits for it, because a busy machine can answer late.
      const client = await create(fault.kind === 'latency' ? { timeout: 50 } : {})
      const send = await call()
      const before = await readState()
      world.sent.length = 0
      emulator.inject({ fault, match: { path: '/v1/customer-' } })
      const error = await errorOf(send(client))

      const [attempts, isRetryable, isAmbiguous] = isRead ? reads : changes
      expect(error).toMatchObject({ code, isRetryable, isAmbiguous, operation: name })
      expect(world.sent).toHaveLength(attempts)
      await emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' })
      const didAct = !isRead && ['drop_after', 'garbage'].includes(fault.kind)
      expect(JSON.stringify(await readState()) === JSON.stringify(before)).toBe(!didAct)
      expect(isAmbiguous || !didAct).toBe(true)
    })
  })
})

test('a call to a server that cannot be reached fails with NetworkError', async () => {
  const gone = world.organization({ baseURL: 'http://127.0.0.1:1' })
  expect(await errorOf(gone.listSeats(world.source))).toMatchObject({ code: 'NetworkError', isRetryable: true })
  expect(await errorOf(assignSeat(gone))).toMatchObject({ code: 'NetworkError', isAmbiguous: true })
})

test.each<[Kind]>([[{ kind: 'drop_before' }], [status(503)], [status(429, '', { 'retry-after': '0' })]])(
  'after two faults %o, a read succeeds',
  async (fault) => {
    const client = world.organization(shortPauses)
    world.sent.length = 0
    emulator.inject({ fault, times: 2 })
    expect(await client.listSeats(world.source)).toMatchObject({ total_seats: 10 })
    expect(world.sent).toHaveLength(3)
  },
)

test('a change is made once after a 429', async () => {
  emulator.inject({ fault: status(429), times: 2 })
  expect(await assignSeat(world.organization(shortPauses))).toMatchObject({ status: 'pending' })
  expect((await world.roster()).seats).toHaveLength(1)
})

test('the number of retries is an option of the client and of each call', async () => {
  emulator.inject({ fault: status(503) })
  const count = async (client: SeatsClient, options?: Parameters<SeatsClient['listSeats']>[1]) => {
    world.sent.length = 0
    await errorOf(client.listSeats(world.source, options))
    return world.sent.length
  }
  expect(await count(world.organization({ retry: false }))).toBe(1)
  expect(await count(world.organization(shortPauses), { retry: false })).toBe(1)
  expect(await count(world.organization({ retry: false }), shortPauses)).toBe(3)
  expect(await count(world.organization({ retry: { ...shortPauses.retry, attempts: 5 } }))).toBe(5)
})
