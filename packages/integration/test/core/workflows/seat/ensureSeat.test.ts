import { ensureSeat, type SeatRecipient, type SeatsClient } from '@seats/core'
import { startEmulator, type Fault } from '@seats/emulator'
import { beforeEach, describe, expect, test } from 'vitest'
import { createInterruptedClient, throwNetworkError } from '../../createInterruptedClient.ts'
import { errorOf, newestInvitationToken, shortPauses, startServers } from '../../startServers.ts'

const servers = await startServers()
/** A clock with microseconds, like the emulator's, because the emulator answers in less than a millisecond. */
const now = () => performance.timeOrigin + performance.now()
const { emulator } = servers

const buySeats = (seats: number) =>
  emulator.fetch(`${emulator.url}/_emulator/subscriptions/${emulator.ref('acme/sub')}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seats }),
  })

beforeEach(() => {
  emulator.reset()
  servers.sent.length = 0
})

const paramsForBob = () => ({ source: servers.source, recipient: { email: 'bob@example.com' } })
const seatAssignForBob = () => ({ ...servers.source, email: 'bob@example.com' })
const readEmails = async () => (await servers.readRoster()).seats.map(({ email }) => email)
const sentPosts = () => servers.sent.filter((sent) => sent.startsWith('POST'))

test('ensureSeat assigns a seat to a person who has none, and returns an existing seat', async () => {
  const client = servers.organizationClient()
  const firstResult = await ensureSeat(client, { ...paramsForBob(), metadata: { team: 'x' } })
  expect(firstResult).toMatchObject({ created: true, seat: { status: 'pending', seat_metadata: { team: 'x' } } })
  expect(servers.sent).toHaveLength(1)
  const spellings: SeatRecipient[] = [
    { email: 'bob@example.com' },
    { email: 'Bob <BOB@example.com>' },
    { member_id: firstResult.seat?.member_id ?? '' },
  ]
  for (const recipient of spellings) {
    expect(await ensureSeat(client, { source: servers.source, recipient })).toEqual({
      created: false,
      seat: firstResult.seat,
      activated: false,
    })
  }
})

test('ensureSeat returns no seat for a customer id of a person who already has a seat', async () => {
  const client = servers.organizationClient()
  const jane = { source: servers.source, recipient: { customer_id: emulator.ref('acme/jane') } }
  expect(await ensureSeat(client, jane)).toMatchObject({ created: true, seat: { email: 'jane@example.com' } })
  expect(await ensureSeat(client, jane)).toEqual({ created: false, seat: null, activated: false })
  expect(await readEmails()).toEqual(['jane@example.com'])
})

test('ensureSeat assigns again if a seat has become free since the refusal', async () => {
  await buySeats(1)
  const admin = servers.organizationClient()
  const gracesSeat = await admin.assignSeat({ ...servers.source, email: 'grace@example.com' })
  const freeSeat = () => admin.revokeSeat(gracesSeat.id, { source: servers.source })
  const client = createInterruptedClient(servers, { GET: [freeSeat] })
  expect(await ensureSeat(client, paramsForBob())).toMatchObject({ created: true, seat: { email: 'bob@example.com' } })
  expect(await readEmails()).toEqual(['bob@example.com'])
})

describe('a lost answer', () => {
  const lostAnswers: [string, Fault['fault'], number][] = [
    ['after the assign', { kind: 'drop_after' }, 1],
    ['as HTML', { kind: 'garbage' }, 1],
    ['before the assign', { kind: 'drop_before' }, 2],
    ['with a 500', { kind: 'status', status: 500 }, 2],
    ['with a 503', { kind: 'status', status: 503 }, 2],
  ]
  test.each(lostAnswers)('%s is settled by reading the roster', async (_title, fault, assigns) => {
    emulator.inject({ fault, match: { method: 'POST', path: '/v1/customer-seats' }, times: 1 })
    expect(await ensureSeat(servers.organizationClient(), paramsForBob(), { now })).toMatchObject({
      created: true,
      seat: { email: 'bob@example.com' },
    })
    expect(sentPosts()).toHaveLength(assigns)
    expect(await readEmails()).toEqual(['bob@example.com'])
  })

  test('is settled by reading the roster if the answer comes after the time limit', async () => {
    emulator.inject({
      fault: { kind: 'latency', ms: 60_000 },
      match: { method: 'POST', path: '/v1/customer-seats' },
      times: 1,
    })
    const client = servers.organizationClient({ timeout: 1000 })
    expect(await ensureSeat(client, paramsForBob())).toMatchObject({
      created: true,
      seat: { email: 'bob@example.com' },
    })
    expect(await readEmails()).toEqual(['bob@example.com'])
  })

  test('for a customer id is settled by another assign', async () => {
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST', path: '/v1/customer-seats' }, times: 1 })
    const jane = { source: servers.source, recipient: { customer_id: emulator.ref('acme/jane') } }
    expect(await ensureSeat(servers.organizationClient(), jane)).toEqual({
      created: null,
      seat: null,
      activated: false,
    })
    expect(await readEmails()).toEqual(['jane@example.com'])
  })

  test('is settled if the lost assign takes the last seat later', async () => {
    emulator.reset()
    await emulator.fetch(`${emulator.url}/_emulator/subscriptions/${emulator.ref('acme/sub')}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: '{"seats": 1}',
    })
    const client = createInterruptedClient(servers, {
      POST: [throwNetworkError, () => servers.organizationClient().assignSeat(seatAssignForBob())],
    })
    expect(await ensureSeat(client, paramsForBob())).toMatchObject({
      created: null,
      seat: { email: 'bob@example.com' },
    })
  })
})

describe('an unknown result', () => {
  test('is an ambiguous error if the roster cannot be read', async () => {
    emulator.inject({ fault: { kind: 'drop_before' } })
    const error = await errorOf(ensureSeat(servers.organizationClient(), paramsForBob()))
    expect(error).toMatchObject({ code: 'NetworkError', operation: 'assignSeat', isAmbiguous: true })
    expect(sentPosts()).toHaveLength(1)
  })
})

test('ensureSeat throws a refusal unchanged', async () => {
  const client = servers.organizationClient()
  for (let index = 0; index < 10; index++)
    await client.assignSeat({ ...servers.source, email: `p${index}@example.com` })
  expect(await errorOf(ensureSeat(client, paramsForBob()))).toMatchObject({
    code: 'SeatNotAvailable',
    isAmbiguous: false,
  })
  expect(await errorOf(ensureSeat(client, { source: servers.source, recipient: { email: 'bob' } }))).toMatchObject({
    code: 'RequestValidationError',
  })
})

test('many calls at once give a person one seat, although about every third answer is lost', async () => {
  emulator.inject({
    fault: { kind: 'drop_after' },
    match: { method: 'POST', path: '/v1/customer-seats' },
    probability: 0.3,
    seed: 7,
  })
  const client = servers.organizationClient()
  const results = await Promise.all(Array.from({ length: 20 }, () => ensureSeat(client, paramsForBob())))
  expect(await readEmails()).toEqual(['bob@example.com'])
  expect(new Set(results.map(({ seat }) => seat?.id)).size).toBe(1)
})

test('an abort ends ensureSeat before the first call and between calls', async () => {
  const reason = new Error('left')
  const client = servers.organizationClient()
  await expect(ensureSeat(client, paramsForBob(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  expect(servers.sent).toEqual([])
  const controller = new AbortController()
  const abortedClient = createInterruptedClient(servers, {
    POST: [throwNetworkError],
    GET: [() => controller.abort(reason)],
  })
  expect(await errorOf(ensureSeat(abortedClient, paramsForBob(), { signal: controller.signal }))).toMatchObject({
    operation: 'assignSeat',
    isAmbiguous: true,
  })
  expect(sentPosts()).toHaveLength(1)
})

test.each([
  ['while the assign is under way', () => {}],
  [
    'just after the answer is lost',
    async () => {
      await servers.organizationClient().assignSeat(seatAssignForBob())
      throwNetworkError()
    },
  ],
])('ensureSeat still returns the seat if the caller aborts %s', async (_title, step) => {
  const controller = new AbortController()
  const leave = () => {
    controller.abort()
    return step()
  }
  const client = createInterruptedClient(servers, { POST: [leave] })
  expect(await ensureSeat(client, paramsForBob(), { signal: controller.signal, now })).toMatchObject({
    created: true,
    seat: { email: 'bob@example.com' },
  })
})

test('an abort ends the pause after a 429', async () => {
  emulator.inject({
    fault: { kind: 'status', status: 429, headers: { 'retry-after': '20' } },
    match: { method: 'POST', path: '/v1/customer-seats' },
    times: 1,
  })
  const reason = new Error('left')
  const controller = new AbortController()
  const client = servers.organizationClient({
    retry: { minDelay: 1 },
    fetch: async (request) => {
      const response = await globalThis.fetch(request)
      controller.abort(reason)
      return response
    },
  })
  await expect(ensureSeat(client, paramsForBob(), { signal: controller.signal })).rejects.toBe(reason)
  expect(await readEmails()).toEqual([])
})

test('without the member model, ensureSeat works with seats that have the occupant’s customer id', async () => {
  const oldEmulator = await startEmulator({
    seed: {
      organizations: [
        {
          slug: 'old',
          member_model_enabled: false,
          tokens: [{ token: 'polar_oat_old' }],
          products: [{ ref: 'team' }],
          customers: [{ ref: 'jane', email: 'jane@example.com', external_id: 'cus_1' }],
          subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 3 }],
        },
      ],
    },
  })
  const client = servers.organizationClient({
    accessToken: 'polar_oat_old',
    baseURL: oldEmulator.url,
    fetch: oldEmulator.fetch,
    ...shortPauses,
  })
  const source = { subscription_id: oldEmulator.ref('old/sub') }
  const { seat } = await ensureSeat(client, { source, recipient: { email: 'bob@example.com' } })
  expect(await ensureSeat(client, { source, recipient: { email: 'BOB@example.com' } })).toEqual({
    created: false,
    seat,
    activated: false,
  })
  expect(await ensureSeat(client, { source, recipient: { external_customer_id: 'cus_1' } })).toMatchObject({
    created: true,
  })
  expect(await ensureSeat(client, { source, recipient: { external_customer_id: 'cus_1' } })).toEqual({
    created: false,
    seat: null,
    activated: false,
  })
  await oldEmulator.close()
})

describe('a person whose seat is found on the roster', () => {
  test('gets that seat after `SeatNotAvailable`, so two calls for the last seat both succeed', async () => {
    await buySeats(1)
    const client = servers.organizationClient()
    const results = await Promise.all([ensureSeat(client, paramsForBob()), ensureSeat(client, paramsForBob())])
    expect(results.map(({ created }) => created).toSorted()).toEqual([false, true])
    expect(new Set(results.map(({ seat }) => seat?.id)).size).toBe(1)
    expect(await ensureSeat(client, paramsForBob())).toMatchObject({
      created: false,
      seat: { email: 'bob@example.com' },
    })
  })

  test.each(['drop_after', 'garbage'] as const)('does not count as seated by the lost call: %s', async (kind) => {
    await servers.organizationClient().assignSeat(seatAssignForBob())
    emulator.inject({ fault: { kind }, match: { method: 'POST', path: '/v1/customer-seats' }, times: 1 })
    const { seat, created } = await ensureSeat(servers.organizationClient(), paramsForBob(), { now })
    expect(seat).toMatchObject({ email: 'bob@example.com' })
    expect(created).not.toBe(true)
  })

  test('does not count as seated by a lost call that was sent much later', async () => {
    await servers.organizationClient().assignSeat(seatAssignForBob())
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST', path: '/v1/customer-seats' }, times: 1 })
    const nowMuchLater = () => now() + 60_000
    expect(await ensureSeat(servers.organizationClient(), paramsForBob(), { now: nowMuchLater })).toMatchObject({
      created: false,
    })
  })

  test('gets `created: null` after a lost answer if no response has shown the server’s time', async () => {
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST', path: '/v1/customer-seats' }, times: 1 })
    const client = servers.organizationClient({ now: () => now() + 3_600_000 })
    expect(await ensureSeat(client, paramsForBob())).toMatchObject({
      created: null,
      seat: { email: 'bob@example.com' },
    })
  })

  test('gets `created: null` if another call seats them after a lost call', async () => {
    const client = createInterruptedClient(servers, {
      POST: [throwNetworkError],
      GET: [() => servers.organizationClient().assignSeat(seatAssignForBob())],
    })
    expect(await ensureSeat(client, paramsForBob())).toMatchObject({
      created: null,
      seat: { email: 'bob@example.com' },
    })
  })
})

describe('immediate_claim', () => {
  const immediateClaimForBob = () => ({ ...paramsForBob(), immediate_claim: true })

  test('replaces an invitation with a claimed seat that has the same member and metadata', async () => {
    const invited = await servers.organizationClient().assignSeat({ ...seatAssignForBob(), metadata: { team: 'x' } })
    const result = await ensureSeat(servers.organizationClient(), {
      ...immediateClaimForBob(),
      metadata: { team: 'y' },
    })
    expect(result).toMatchObject({
      created: false,
      activated: true,
      seat: { status: 'claimed', email: 'bob@example.com', seat_metadata: { team: 'x' }, member_id: invited.member_id },
    })
    expect(await readEmails()).toEqual(['bob@example.com'])
    expect(await ensureSeat(servers.organizationClient(), immediateClaimForBob())).toEqual({
      ...result,
      activated: false,
    })
  })

  test('uses the metadata of the call if the invitation has none', async () => {
    await servers.organizationClient().assignSeat(seatAssignForBob())
    const { seat } = await ensureSeat(servers.organizationClient(), {
      ...immediateClaimForBob(),
      metadata: { team: 'y' },
    })
    expect(seat).toMatchObject({ status: 'claimed', seat_metadata: { team: 'y' } })
  })

  test('works through a session and through the guard', async () => {
    for (const client of [servers.portalClient(), servers.tokenlessClient()]) {
      emulator.reset()
      await servers.organizationClient().assignSeat(seatAssignForBob())
      expect(await ensureSeat(client as SeatsClient, immediateClaimForBob())).toMatchObject({
        activated: true,
        seat: { status: 'claimed' },
      })
    }
  })

  test.each(['POST', 'DELETE'] as const)('continues after a lost answer: %s', async (method) => {
    await servers.organizationClient().assignSeat(seatAssignForBob())
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method, path: '/v1/customer-seats' }, times: 1 })
    expect(await ensureSeat(servers.organizationClient(), immediateClaimForBob())).toMatchObject({
      activated: true,
      seat: { status: 'claimed', email: 'bob@example.com' },
    })
  })

  test('does not revoke a seat that was claimed just before the revoke', async () => {
    const seat = await servers.organizationClient().assignSeat(seatAssignForBob())
    const claim = () => servers.organizationClient().claimSeat({ invitation_token: newestInvitationToken(emulator) })
    const client = createInterruptedClient(servers, { GET: [undefined, claim] })
    expect(await ensureSeat(client, immediateClaimForBob())).toMatchObject({
      created: false,
      activated: false,
      seat: { id: seat.id, status: 'claimed' },
    })
    expect(servers.sent.filter((sent) => sent.startsWith('DELETE'))).toEqual([])
  })

  test('throws an error that names the person if somebody else takes the seat in between', async () => {
    await buySeats(1)
    await servers.organizationClient().assignSeat({ ...seatAssignForBob(), metadata: { team: 'x' } })
    const takeSeat = () => servers.organizationClient().assignSeat({ ...servers.source, email: 'eve@example.com' })
    const client = createInterruptedClient(servers, { POST: [undefined, takeSeat] })
    expect(await errorOf(ensureSeat(client, immediateClaimForBob()))).toMatchObject({
      code: 'SeatNotAvailable',
      recipient: { email: 'bob@example.com', metadata: { team: 'x' }, immediate_claim: true },
    })
  })
})
