import { createSeatsClient, getMySeats, getSeatPermissions, type SeatPermissions, type SeatSource } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import type { SeatsGrant } from '@seats/server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { errorOf } from '../../../core/startServers.ts'
import { statusAndCodeOf, startGuard, type TestGuard } from '../../startGuard.ts'

const createPageClient = ({ handler }: TestGuard) =>
  createSeatsClient({
    baseURL: 'https://app.example.com/api/seats',
    retry: false,
    fetch: (request) => {
      const pageRequest = new Request(request)
      pageRequest.headers.set('sec-fetch-site', 'same-origin')
      return handler(pageRequest)
    },
  })

const sourcesOf = ({ emulator }: TestGuard) => [
  { subscription_id: emulator.ref('acme/sub') },
  { order_id: emulator.ref('acme/ord') },
]

describe('my seats', () => {
  const ownSeatsGrant = { operations: ['getMySeats'] as const }

  test.each([
    ['named by an address', { email: 'BOB@example.com' }, ['bob@example.com claimed']],
    ['with an invitation of an order', { email: 'ole@example.com' }, ['ole@example.com pending']],
    ['who is in another team', { email: 'eve@example.org' }, []],
    ['named by an unknown member id', { member_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }, []],
  ])('are those of the occupant %s', async (_title, occupant, seats) => {
    const guard = await startGuard()
    guard.grant({ sources: sourcesOf(guard), ...ownSeatsGrant, occupant })
    const mySeats = await getMySeats(createPageClient(guard))
    expect(mySeats.map(({ email, status }) => `${email} ${status}`)).toEqual(seats)
  })

  test('leave out a source that no longer exists, and fail if Polar refuses a source', async () => {
    const guard = await startGuard()
    const unknownSource = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
    guard.grant({
      sources: [unknownSource, ...sourcesOf(guard)],
      ...ownSeatsGrant,
      occupant: { email: 'bob@example.com' },
    })
    expect(await getMySeats(createPageClient(guard))).toHaveLength(1)
    guard.emulator.inject({ fault: { kind: 'status', status: 503 } })
    expect(await errorOf(getMySeats(createPageClient(guard)))).toMatchObject({ status: 503 })
  })

  test('come from the index while it is fresh, and also from an old index if the budget is spent', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const guard = await startGuard({ ratePerMinute: { actor: 1 }, indexMaxAge: 20 })
    const bob = { email: 'bob@example.com' }
    guard.grant({ sources: sourcesOf(guard), ...ownSeatsGrant, occupant: bob, actor: 'bob' })
    expect(await errorOf(getMySeats(createPageClient(guard)))).toMatchObject({ status: 429 })
    await new Promise((resolve) => setTimeout(resolve))
    guard.grant({ sources: sourcesOf(guard).slice(0, 1), ...ownSeatsGrant, occupant: bob, actor: 'bob' })
    expect(await getMySeats(createPageClient(guard))).toMatchObject([{ email: 'bob@example.com' }])
    vi.setSystemTime(Date.now() + 30_000)
    expect(await getMySeats(createPageClient(guard))).toMatchObject([{ email: 'bob@example.com' }])
    expect(guard.calls).toHaveLength(1)
  })

  const refusals: [string, object | null, number][] = [
    ['a request without a user', null, 401],
    ['a grant without an occupant', {}, 403],
    ['a grant without an occupant that lists the operation', { operations: ['getMySeats'] }, 403],
    ['an occupant without the operation', { operations: ['listSeats'], occupant: { email: 'bob@example.com' } }, 403],
    ['an occupant without operations', { occupant: { email: 'bob@example.com' } }, 500],
    ['an occupant without an identifier', { operations: ['getMySeats'], occupant: {} }, 500],
    [
      'an occupant with two identifiers',
      { operations: ['getMySeats'], occupant: { email: 'a@b.de', member_id: 'x' } },
      500,
    ],
    ['an occupant named by a customer id', { operations: ['getMySeats'], occupant: { customer_id: 'x' } }, 500],
  ]
  test.each(refusals)('are refused: %s', async (_title, grant, status) => {
    const guard = await startGuard()
    guard.grant(grant && ({ sources: sourcesOf(guard), ...grant } as SeatsGrant))
    expect((await statusAndCodeOf(guard.send('GET', '/v1/customer-seats/mine')))[0]).toBe(status)
    expect(guard.calls).toEqual([])
  })

  test('can be granted without the right to revoke a seat', async () => {
    const guard = await startGuard()
    guard.grant({ sources: sourcesOf(guard), ...ownSeatsGrant, occupant: { email: 'bob@example.com' } })
    const path = `/v1/customer-seats/${guard.emulator.ref('acme/pia')}`
    expect(await statusAndCodeOf(guard.send('DELETE', path))).toEqual([403, 'OperationNotGranted'])
    expect(guard.calls).toEqual([])
  })

  test('cannot be read by a client with a token, and the error says what to use instead', async () => {
    const client = createSeatsClient({ accessToken: 'polar_oat_acme' })
    expect((await errorOf(getMySeats(client))).detail).toContain('listClaimedSubscriptions')
  })
})

const noPermissions: SeatPermissions = {
  listSeats: false,
  assignSeat: false,
  immediateClaim: false,
  revokeSeat: false,
  resendInvitation: false,
  getSubscription: false,
  buySeats: false,
  reduceSeats: false,
  manageMembers: false,
}
const seatOperations = { listSeats: true, assignSeat: true, revokeSeat: true, resendInvitation: true }
const seatCountOperations = { getSubscription: true, buySeats: true, reduceSeats: true }

describe('permissions through the guard', () => {
  const rows: [string, Partial<SeatsGrant>, Partial<SeatPermissions>][] = [
    ['a grant without options', {}, seatOperations],
    [
      'a grant with all options',
      { immediateClaim: true, seatCount: 'change' },
      { ...seatOperations, ...seatCountOperations, immediateClaim: true },
    ],
    ['a grant to read the seat count', { seatCount: 'read' }, { ...seatOperations, getSubscription: true }],
    ['a grant to buy seats', { seatCount: 'buy' }, { ...seatOperations, ...seatCountOperations, reduceSeats: false }],
    ['a grant with some operations', { operations: ['getSeatPermissions', 'listSeats'] }, { listSeats: true }],
    [
      'a grant with an immediate claim, but without assign',
      { operations: ['getSeatPermissions'], immediateClaim: true },
      {},
    ],
    ...[{ email: 'bob@example.com' }, { external_member_id: 'b-1' }, { member_id: 'm-1' }].map(
      (occupant): [string, Partial<SeatsGrant>, Partial<SeatPermissions>] => [
        `a grant for an occupant named by ${Object.keys(occupant)}`,
        { operations: ['getSeatPermissions'], occupant } as Partial<SeatsGrant>,
        { occupant } as Partial<SeatPermissions>,
      ],
    ),
  ]
  test.each(rows)('follow from %s', async (_name, grant, expected) => {
    const guard = await startGuard()
    const [source, order] = sourcesOf(guard)
    guard.grant({ sources: sourcesOf(guard), ...grant } as SeatsGrant)
    if (source === undefined || order === undefined) throw new Error('no sources')
    expect(await getSeatPermissions(createPageClient(guard), { source })).toEqual({ ...noPermissions, ...expected })
    // An order has no seat count to change.
    const orderPermissions = { getSubscription: false, buySeats: false, reduceSeats: false }
    expect(await getSeatPermissions(createPageClient(guard), { source: order })).toEqual({
      ...noPermissions,
      ...expected,
      ...orderPermissions,
    })
    expect(guard.calls).toEqual([])
  })

  test('cannot be read for the source of another team, or without the operation in the grant', async () => {
    const guard = await startGuard()
    const foreign = { subscription_id: guard.emulator.ref('acme/foreign') }
    expect(await errorOf(getSeatPermissions(createPageClient(guard), { source: foreign }))).toMatchObject({
      status: 404,
    })
    guard.grant({ sources: sourcesOf(guard), operations: ['listSeats'] })
    const [source = foreign] = sourcesOf(guard)
    expect(await errorOf(getSeatPermissions(createPageClient(guard), { source }))).toMatchObject({
      code: 'OperationNotGranted',
    })
  })
})

test('permissions of an invalid grant are answered with 500', async () => {
  const guard = await startGuard()
  const [source] = sourcesOf(guard)
  if (source === undefined) throw new Error('no source')
  for (const invalidGrant of [{ seatCount: 'everything' }, { seatCount: 'buy', maxSeats: 0 }]) {
    guard.grant({ sources: [source], ...invalidGrant } as SeatsGrant)
    expect(await errorOf(getSeatPermissions(createPageClient(guard), { source }))).toMatchObject({ status: 500 })
  }
  expect(guard.errors).toMatchObject([{ code: 'ConfigurationError' }, { code: 'ConfigurationError' }])
})

describe('permissions with a token of Polar', () => {
  const startTeam = async (settings = {}) => {
    const emulator = await startEmulator({
      seed: {
        organizations: [
          {
            slug: 'acme',
            tokens: [{ token: 'polar_oat_all' }],
            products: [{ ref: 'team' }],
            customers: [
              {
                ref: 'jane',
                email: 'jane@example.com',
                type: 'team',
                members: [
                  { ref: 'bill', email: 'bill@example.com', role: 'billing_manager' },
                  { ref: 'alice', email: 'alice@example.com' },
                ],
              },
            ],
            subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 5 }],
            orders: [{ ref: 'ord', customer: 'jane', seats: 2 }],
            ...settings,
          },
          {
            slug: 'rival',
            tokens: [{ token: 'polar_oat_rival' }],
            orders: [{ ref: 'ord', seats: 2 }],
          },
        ],
      },
    })
    onTestFinished(() => emulator.close())
    const permissionsWith = (token: object, source: SeatSource = { subscription_id: emulator.ref('acme/sub') }) =>
      getSeatPermissions(
        createSeatsClient({ ...token, baseURL: emulator.url, fetch: (request) => emulator.fetch(request) }),
        { source },
      )
    const permissionsOfMember = (name?: string, source?: SeatSource) =>
      permissionsWith({ sessionToken: emulator.session('acme/jane', name ? { member: name } : {}) }, source)
    return { emulator, permissionsWith, permissionsOfMember }
  }
  const everything = { ...noPermissions, ...seatOperations, ...seatCountOperations, immediateClaim: true }

  test('follow from the role', async () => {
    const { emulator, permissionsWith, permissionsOfMember } = await startTeam()
    const occupantOf = (ref: string) => ({ occupant: { member_id: emulator.ref(`acme/${ref}`) } })
    expect(await permissionsWith({ accessToken: 'polar_oat_all' })).toEqual(everything)
    const manager = { ...everything, manageMembers: true }
    expect(await permissionsOfMember()).toEqual({ ...manager, occupant: { member_id: expect.any(String) } })
    expect(await permissionsOfMember('bill')).toEqual({ ...manager, ...occupantOf('bill') })
    expect(await permissionsOfMember('alice')).toEqual({
      ...noPermissions,
      listSeats: true,
      getSubscription: true,
      ...occupantOf('alice'),
    })
  })
  test('of an order can be read only by its customer', async () => {
    const { emulator, permissionsOfMember } = await startTeam()
    const order = (ref: string) => ({ order_id: emulator.ref(ref) })
    const orderPermissions = { ...noPermissions, ...seatOperations, immediateClaim: true, manageMembers: true }
    expect(await permissionsOfMember(undefined, order('acme/ord'))).toMatchObject(orderPermissions)
    expect(await errorOf(permissionsOfMember(undefined, order('rival/ord')))).toMatchObject({
      code: 'ResourceNotFound',
    })
  })
  test('follow from the organization’s settings', async () => {
    const { permissionsOfMember } = await startTeam({ customer_portal_subscription_update_seats: false })
    expect(await permissionsOfMember()).toMatchObject({
      ...everything,
      buySeats: false,
      reduceSeats: false,
      manageMembers: true,
    })
  })
  test('of a customer’s session do not include managing members, and name no occupant', async () => {
    const { permissionsOfMember } = await startTeam({ member_model_enabled: false })
    expect(await permissionsOfMember()).toEqual(everything)
  })
})
