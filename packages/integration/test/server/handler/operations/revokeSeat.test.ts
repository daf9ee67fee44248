import {
  createSeatsClient,
  ensureRevoked,
  findSeat,
  reinviteSeat,
  type CustomerSeat,
  type SeatsClient,
} from '@seats/core'
import { en, explainError } from '@seats/core/messages'
import { startEmulator } from '@seats/emulator'
import { createSeatsHandler, memoryStore, type AuditEvent } from '@seats/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { statusAndCodeOf, startGuard } from '../../startGuard.ts'

const seats = '/v1/customer-seats'
const lostSeatText =
  'Somebody else got this seat just before it was revoked, and may have lost it. Check the list, and invite them again if they are missing.'
const jsonHeaders = { 'content-type': 'application/json' }

/**
 * Starts a guard and a page that has Bob's seat. A function in `steps` runs just before the guard's next call with that
 * method.
 *
 * @param assignSeat Replaces this method of the guard's client.
 */
async function startPage(assignSeat?: SeatsClient['assignSeat']) {
  const events: AuditEvent[] = []
  const steps: Partial<Record<string, () => unknown>> = {}
  const sentCalls: string[] = []
  const firstGuard = await startGuard()
  const { emulator, polar } = firstGuard
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    fetch: async (request) => {
      const step = steps[request.method]
      delete steps[request.method]
      await step?.()
      sentCalls.push(request.method)
      return emulator.fetch(request)
    },
    baseURL: emulator.url,
    retry: { minDelay: 1, maxDelay: 5 },
  })
  const source = { subscription_id: emulator.ref('acme/sub') }
  const guard = await startGuard({
    client: assignSeat === undefined ? client : { ...client, assignSeat },
    authorize: () => ({ sources: [source], actor: 'user-1' }),
    onAudit: (event) => void events.push(event),
  })
  const requests: Request[] = []
  const page: SeatsClient = createSeatsClient({
    baseURL: 'https://app.example.com/api/seats',
    retry: { minDelay: 1, maxDelay: 5 },
    fetch: (request) => {
      requests.push(request)
      const pageRequest = new Request(request)
      pageRequest.headers.set('sec-fetch-site', 'same-origin')
      return guard.handler(pageRequest)
    },
  })
  const bob = findSeat(await polar.listSeats(source), { email: 'bob@example.com' })
  if (bob === undefined) throw new Error('Bob has no seat.')
  const readTeam = async () =>
    (await polar.listSeats(source)).seats
      .filter(({ status }) => status !== 'revoked')
      .map(({ email, status, seat_metadata }) => [email, status, ...Object.values(seat_metadata ?? {})].join(' '))
      .toSorted()
  /** Gives Bob's seat to Eve. */
  const giveSeatToEve = async (options: object = {}) => {
    await polar.revokeSeat(bob.id)
    const eve = await polar.assignSeat({ ...source, email: 'eve@example.com', metadata: { team: 'x' }, ...options })
    if (eve.id !== bob.id) throw new Error('The row was not recycled.')
    return eve
  }
  return { ...guard, emulator, polar, page, source, bob, readTeam, giveSeatToEve, requests, events, steps, sentCalls }
}

type Page = Awaited<ReturnType<typeof startPage>>
const headerOf = ({ requests }: Page) => requests.at(-1)?.headers.get('seats-occupant')

describe('the occupant of a revoke', () => {
  test.for<[string, (bob: CustomerSeat) => object, RegExp]>([
    ['the seat that the page shows', (bob) => bob, /^member_id=[0-9a-f-]{36}$/],
    ['a member id', ({ member_id }) => ({ member_id }), /^member_id=[0-9a-f-]{36}$/],
    [
      'a member id in capitals',
      ({ member_id }) => ({ member_id: member_id?.toUpperCase() }),
      /^member_id=[0-9A-F-]{36}$/,
    ],
    ['an address', () => ({ email: 'Bob@Example.com' }), /^email=Bob%40Example\.com$/],
    [
      'a row with an address and no ids',
      ({ email }) => ({ email, member_id: null, external_member_id: null }),
      /^email=bob%40example\.com$/,
    ],
  ])('can be named by %s', async ([, occupant, header]) => {
    const guard = await startPage()
    const { page, source, bob, readTeam } = guard
    const passedSeat = occupant(bob) as CustomerSeat
    expect(await page.revokeSeat(bob.id, { source, occupant: passedSeat })).toMatchObject({ status: 'revoked' })
    expect(headerOf(guard)).toMatch(header)
    expect(guard.requests.map(({ url }) => url).join()).not.toMatch(/bob|%40|occupant/i)
    expect(await readTeam()).toEqual(['pia@example.com pending'])
    expect(guard.sentCalls).toEqual(['GET', 'DELETE'])
  })

  test('can be an external member id with any characters', async () => {
    const { page, polar, source, readTeam } = await startPage()
    const external_member_id = 'Ünï, code=1;😀 %41'
    const seat = await polar.assignSeat({ ...source, email: 'zoe@example.com', external_member_id })
    await expect(
      page.revokeSeat(seat.id, { source, occupant: { external_member_id: 'another' } }),
    ).rejects.toMatchObject({ code: 'SeatOccupantChanged' })
    await page.revokeSeat(seat.id, { source, occupant: { external_member_id } })
    expect(await readTeam()).toEqual(['bob@example.com claimed', 'pia@example.com pending'])
  })

  test('is nobody if the page passes null or a revoked seat, so an occupied seat is not revoked', async () => {
    const { page, source, bob, readTeam, sentCalls } = await startPage()
    await expect(page.revokeSeat(bob.id, { source, occupant: null })).rejects.toMatchObject({
      code: 'SeatOccupantChanged',
      seat: { email: 'bob@example.com' },
    })
    await expect(page.revokeSeat(bob.id, { source, occupant: { ...bob, status: 'revoked' } })).rejects.toMatchObject({
      code: 'SeatOccupantChanged',
    })
    expect(sentCalls).toEqual(['GET', 'GET'])
    expect(await readTeam()).toContain('bob@example.com claimed')
  })

  test('is required: a revoke that names none changes nothing', async () => {
    const { page, send, source, bob, readTeam, sentCalls } = await startPage()
    await expect(page.revokeSeat(bob.id, { source })).rejects.toMatchObject({
      code: 'SeatOccupantRequired',
      status: 428,
      isAmbiguous: false,
      isRetryable: false,
    })
    expect(await statusAndCodeOf(send('DELETE', `${seats}/${bob.id}`, { headers: { 'seats-occupant': '' } }))).toEqual([
      428,
      'SeatOccupantRequired',
    ])
    expect(sentCalls).toEqual(['GET', 'GET'])
    expect(await readTeam()).toContain('bob@example.com claimed')
  })

  test.for(['bob%40example.com', 'BOB@example.com'])(
    'can be an address without `email=` in the header: %s',
    async (header) => {
      const { send, bob, readTeam, sentCalls } = await startPage()
      const headers = { 'seats-occupant': header }
      expect(await statusAndCodeOf(send('DELETE', `${seats}/${bob.id}`, { headers }))).toEqual([200, undefined])
      expect(await readTeam()).toEqual(['pia@example.com pending'])
      expect(sentCalls).toEqual(['GET', 'DELETE'])
    },
  )

  test('can be a member id or an external member id without its kind in the header', async () => {
    const { send, bob, polar, source } = await startPage()
    const revoke = (id: string, header: string) =>
      statusAndCodeOf(send('DELETE', `${seats}/${id}`, { headers: { 'seats-occupant': header } }))
    for (const header of ['7d9f2c1a-5b3e-4f60-8a21-9c0d4e5f6a7b', 'user_1', 'eve%40example.com']) {
      expect(await revoke(bob.id, header)).toEqual([409, 'SeatOccupantChanged'])
    }
    expect(await revoke(bob.id, bob.member_id ?? '')).toEqual([200, undefined])
    const zoe = await polar.assignSeat({ ...source, email: 'zoe@example.com', external_member_id: 'user=1' })
    expect(await revoke(zoe.id, 'user%3D1')).toEqual([200, undefined])
  })

  test.for([
    'bob%40example.com, eve%40example.com',
    'bob@example.com eve@example.com',
    '%zz',
    'email=',
    '=bob',
    'email=%zz',
    'email=%ff',
    'name=bob',
    'status=claimed',
    '__proto__=x',
    'email=bob%40example.com, email=eve%40example.com',
    'nobody, email=bob%40example.com',
    'email=bob%40example.com member_id=x',
  ])('is refused if the header cannot be read: %s', async (header) => {
    const { send, bob, readTeam, sentCalls } = await startPage()
    const response = await send('DELETE', `${seats}/${bob.id}`, { headers: { 'seats-occupant': header } })
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { error: 'RequestValidationError', detail: [{ loc: ['header', 'seats-occupant'] }] },
    ])
    expect(sentCalls).toEqual([])
    expect(await readTeam()).toContain('bob@example.com claimed')
  })
})

describe('a seat that now belongs to another person', () => {
  test('is not revoked, and the error has the current seat', async () => {
    const { page, source, bob, readTeam, giveSeatToEve, sentCalls, events, errors } = await startPage()
    const eve = await giveSeatToEve()
    await expect(page.revokeSeat(bob.id, { source, occupant: bob })).rejects.toMatchObject({
      code: 'SeatOccupantChanged',
      status: 409,
      isAmbiguous: false,
      isRetryable: false,
      detail: 'Somebody else has this seat by now. Nothing was changed.',
      seat: { ...eve, modified_at: expect.anything() },
    })
    expect(sentCalls).toEqual(['GET'])
    expect(await readTeam()).toEqual(['eve@example.com pending x', 'pia@example.com pending'])
    expect(events).toMatchObject([{ status: 409, code: 'SeatOccupantChanged', seat: { email: 'eve@example.com' } }])
    expect(errors).toEqual([])
  })

  test('gets a new invitation only if the request names no occupant', async () => {
    const { page, source, bob, giveSeatToEve, emulator, sentCalls } = await startPage()
    await giveSeatToEve()
    const mailCount = emulator.outbox('eve@example.com').length
    await expect(page.resendInvitation(bob.id, { source, occupant: bob })).rejects.toMatchObject({
      code: 'SeatOccupantChanged',
      seat: { email: 'eve@example.com' },
    })
    expect([sentCalls, emulator.outbox('eve@example.com').length]).toEqual([['GET'], mailCount])
    await page.resendInvitation(bob.id, { source })
    expect(emulator.outbox('eve@example.com')).toHaveLength(mailCount + 1)
  })

  test('is not revoked by ensureRevoked, and reinviteSeat works through the guard too', async () => {
    const { page, source, bob, giveSeatToEve, readTeam, polar } = await startPage()
    await giveSeatToEve()
    expect(await ensureRevoked(page, { source, seat: bob })).toMatchObject({ revoked: false })
    const pia = findSeat(await polar.listSeats(source), { email: 'pia@example.com' })
    if (pia === undefined) throw new Error('Pia has no seat.')
    expect(await reinviteSeat(page, { source, seat: pia })).toMatchObject({ email: 'pia@example.com' })
    expect(await readTeam()).toEqual(['eve@example.com pending x', 'pia@example.com pending'])
    expect(await ensureRevoked(page, { source, seat: pia })).toMatchObject({ revoked: true })
    expect(await readTeam()).toEqual(['eve@example.com pending x'])
  })

  test('is not revoked by ensureRevoked if it gets another occupant during the call', async () => {
    const { page, source, bob, giveSeatToEve, readTeam } = await startPage()
    let reads = 0
    const listSeats: SeatsClient['listSeats'] = async (...parameters) => {
      const roster = await page.listSeats(...parameters)
      if (++reads === 1) await giveSeatToEve()
      return roster
    }
    expect(await ensureRevoked({ ...page, listSeats }, { source, seat: bob })).toMatchObject({
      revoked: false,
      seat: { email: 'eve@example.com' },
    })
    expect(await readTeam()).toContain('eve@example.com pending x')
  })
})

describe('a seat that gets another occupant between the guard’s read and its revoke', () => {
  test.for([
    ['pending', {}],
    ['claimed', { immediate_claim: true }],
  ] as const)('is given back at once: %s', async ([status, options]) => {
    const { page, source, bob, readTeam, giveSeatToEve, steps, sentCalls, events, errors } = await startPage()
    steps.DELETE = () => giveSeatToEve(options)
    await expect(page.revokeSeat(bob.id, { source, occupant: bob })).rejects.toMatchObject({
      code: 'SeatOccupantChanged',
      status: 409,
      isAmbiguous: false,
      detail:
        'Somebody else got this seat just before it was revoked. They lost it for a moment, and were seated again.',
      seat: { email: 'eve@example.com', status, seat_metadata: { team: 'x' } },
    })
    expect(await readTeam()).toEqual([`eve@example.com ${status} x`, 'pia@example.com pending'])
    expect(sentCalls).toEqual(['GET', 'DELETE', 'POST'])
    // The audit names Eve, because she lost the seat for a moment.
    expect(events).toMatchObject([
      { operation: 'revokeSeat', status: 409, code: 'SeatOccupantChanged', seat: { email: 'eve@example.com', status } },
    ])
    expect(errors).toEqual([])
  })

  test('is not given back if the same occupant has claimed it in between', async () => {
    const { page, polar, source, readTeam, steps, emulator, events } = await startPage()
    const pia = findSeat(await polar.listSeats(source), { email: 'pia@example.com' })
    if (pia === undefined) throw new Error('Pia has no seat.')
    const invitation_token = emulator.outbox('pia@example.com')[0]?.invitation_token ?? ''
    steps.DELETE = () => polar.claimSeat({ invitation_token })
    expect(await page.revokeSeat(pia.id, { source, occupant: pia })).toMatchObject({ status: 'revoked' })
    expect(await readTeam()).toEqual(['bob@example.com claimed'])
    expect(events).toMatchObject([{ status: 200, seat: { email: 'pia@example.com', status: 'claimed' } }])
  })

  test('is reported to the operator with its former occupant if it cannot be given back', async () => {
    const { page, polar, source, bob, readTeam, giveSeatToEve, steps, errors, emulator } = await startPage()
    await emulator.fetch(`${emulator.url}/_emulator/subscriptions/${source.subscription_id}`, {
      method: 'PATCH',
      headers: jsonHeaders,
      body: JSON.stringify({ seats: 2 }),
    })
    steps.DELETE = () => giveSeatToEve()
    steps.POST = () => polar.assignSeat({ ...source, email: 'zoe@example.com' })
    const error: unknown = await page.revokeSeat(bob.id, { source, occupant: bob }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'SeatOccupantChanged',
      detail: expect.stringContaining('has lost it. Seating them again failed: '),
      seat: { status: 'revoked' },
    })
    expect(explainError(error, en)).toBe(lostSeatText)
    expect(errors).toMatchObject([{ code: 'SeatNotAvailable', recipient: { email: 'eve@example.com' } }])
    expect(await readTeam()).toEqual(['pia@example.com pending', 'zoe@example.com pending'])
  })

  test('may be lost if giving it back fails for another reason, and the answer does not say that nothing changed', async () => {
    const { page, source, bob, readTeam, giveSeatToEve, steps, errors } = await startPage(() => {
      throw new Error('The store is full.')
    })
    steps.DELETE = () => giveSeatToEve()
    const error: unknown = await page.revokeSeat(bob.id, { source, occupant: bob }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'SeatOccupantChanged',
      detail: `Somebody else got this seat just before it was revoked, and may have lost it. Look at the list, and invite them again if they are missing.`,
      seat: { status: 'revoked' },
    })
    expect(explainError(error, en)).toBe(lostSeatText)
    expect(errors).toMatchObject([{ message: 'The store is full.' }])
    expect(await readTeam()).toEqual(['pia@example.com pending'])
  })

  test('may be lost if the roster does not show the person after giving it back', async () => {
    const { page, polar, source, bob, readTeam, giveSeatToEve, steps, errors } = await startPage()
    steps.DELETE = () => giveSeatToEve()
    steps.POST = async () => {
      const { id } = await polar.assignSeat({ ...source, email: 'eve@example.com' })
      steps.GET = () => polar.revokeSeat(id)
    }
    await expect(page.revokeSeat(bob.id, { source, occupant: bob })).rejects.toMatchObject({
      code: 'SeatOccupantChanged',
      detail: expect.stringContaining('and may have lost it.'),
      seat: { status: 'revoked' },
    })
    expect(errors).toEqual([])
    expect(await readTeam()).toEqual(['pia@example.com pending'])
  })

  test.for(['ensureRevoked', 'reinviteSeat'] as const)('makes %s fail if it cannot be given back', async (name) => {
    const { page, polar, source, readTeam, steps } = await startPage(() => {
      throw new Error('The store is full.')
    })
    const pia = findSeat(await polar.listSeats(source), { email: 'pia@example.com' })
    if (pia === undefined) throw new Error('Pia has no seat.')
    steps.DELETE = async () => {
      await polar.revokeSeat(pia.id)
      await polar.assignSeat({ ...source, email: 'eve@example.com' })
    }
    const workflow = { ensureRevoked, reinviteSeat }[name]
    await expect(workflow(page, { source, seat: pia })).rejects.toMatchObject({
      code: 'SeatOccupantChanged',
      status: 409,
      seat: { id: pia.id, status: 'revoked' },
    })
    expect(await readTeam()).toEqual(['bob@example.com claimed'])
  })
})

test('a revoked seat is not revoked a second time, and the answer is that seat', async () => {
  const { page, polar, source, bob, sentCalls, events } = await startPage()
  await polar.revokeSeat(bob.id)
  for (const occupant of [bob, null, { email: 'somebody@example.com' }]) {
    expect(await page.revokeSeat(bob.id, { source, occupant })).toMatchObject({ id: bob.id, status: 'revoked' })
  }
  expect(sentCalls).toEqual(['GET', 'GET', 'GET'])
  expect(events.map(({ status }) => status)).toEqual([200, 200, 200])
})

test('a claimed seat without an occupant can be revoked only by a request that names nobody', async () => {
  const seed = {
    slug: 'acme',
    tokens: [{ token: 'polar_oat_acme' }],
    products: [{ ref: 'team' }],
    customers: [{ ref: 'jane', email: 'jane@example.com' }],
    subscriptions: [
      {
        ref: 'sub',
        product: 'team',
        customer: 'jane',
        seats: 5,
        roster: [{ status: 'claimed' as const, nobody: true }, { email: 'bob@example.com' }],
      },
    ],
  }
  const emulator = await startEmulator({ seed: { organizations: [seed] } })
  onTestFinished(() => emulator.close())
  const source = { subscription_id: emulator.ref('acme/sub') }
  const fetch = (request: Request) => emulator.fetch(request)
  const client = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch })
  const handler = createSeatsHandler({
    client,
    basePath: '/api/seats',
    store: memoryStore(),
    authorize: () => ({ sources: [source] }),
  })
  const page = createSeatsClient({
    baseURL: 'https://app.example.com/api/seats',
    fetch: (request) => {
      request.headers.set('sec-fetch-site', 'same-origin')
      return handler(request)
    },
  })
  const { seats: rows } = await page.listSeats(source)
  const [nobodysSeat, bobsSeat] = [rows.find(({ email }) => email === null), rows.find(({ email }) => email !== null)]
  if (nobodysSeat === undefined || bobsSeat === undefined) throw new Error('The roster is not the one that was seeded.')
  const expectedError = { code: 'SeatOccupantChanged' }
  await expect(page.revokeSeat(nobodysSeat.id, { source, occupant: bobsSeat })).rejects.toMatchObject(expectedError)
  await expect(page.revokeSeat(bobsSeat.id, { source, occupant: nobodysSeat })).rejects.toMatchObject(expectedError)
  expect(await page.revokeSeat(nobodysSeat.id, { source, occupant: nobodysSeat })).toMatchObject({ status: 'revoked' })
  expect((await page.listSeats(source)).available_seats).toBe(4)
})
