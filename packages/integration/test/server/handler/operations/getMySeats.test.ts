import { createSeatsClient, getMySeats, getSeatPermissions, type SeatPermissions, type SeatSource } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import type { SeatsGrant } from '@seats/server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { errorOf } from '../../../core/startServers.ts'
import { statusAndCodeOf, startGuard, type TestGuard } from '../../startGuard.ts'

const page = ({ handler }: TestGuard) =>
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
  ])('are those of the occupant %s', async (_by, occupant, seats) => {
    const guard = await startGuard()
    guard.grant({ sources: sourcesOf(guard), ...ownSeatsGrant, occupant })
    const found = await getMySeats(page(guard))
    expect(found.map(({ email, status }) => `${email} ${status}`)).toEqual(seats)
  })

  test('leave out a source that no longer exists, and fail if Polar refuses a source', async () => {
    const guard = await startGuard()
    const unknownSource = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
    guard.grant({
      sources: [unknownSource, ...sourcesOf(guard)],
      ...ownSeatsGrant,
      occupant: { email: 'bob@example.com' },
    })
    expect(await getMySeats(page(guard))).toHaveLength(1)
    guard.emulator.inject({ fault: { kind: 'status', status: 503 } })
    expect(await errorOf(getMySeats(page(guard)))).toMatchObject({ status: 503 })
  })

  test('come from the index while it is fresh, and also from an old index if the budget is spent', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const guard = await startGuard({ ratePerMinute: { actor: 1 }, indexMaxAge: 20 })
    const bob = { email: 'bob@example.com' }
    guard.grant({ sources: sourcesOf(guard), ...ownSeatsGrant, occupant: bob, actor: 'bob' })
    expect(await errorOf(getMySeats(page(guard)))).toMatchObject({ status: 429 })
    await new Promise((resolve) => setTimeout(resolve))
    guard.grant({ sources: sourcesOf(guard).slice(0, 1), ...ownSeatsGrant, occupant: bob, actor: 'bob' })
    expect(await getMySeats(page(guard))).toMatchObject([{ email: 'bob@example.com' }])
    vi.setSystemTime(Date.now() + 30_000)
    expect(await getMySeats(page(guard))).toMatchObject([{ email: 'bob@example.com' }])
    expect(guard.calls).toHaveLength(1)
  })

  const refused: [string, object | null, number][] = [
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
  test.each(refused)('are refused to %s', async (_who, grant, status) => {
    const guard = await startGuard()
    guard.grant(grant && ({ sources: sourcesOf(guard), ...grant } as SeatsGrant))
    expect((await statusAndCodeOf(guard.send('GET', '/v1/customer-seats/mine')))[0]).toBe(status)
    expect(guard.calls).toEqual([])
  })

  test('give a member’s page no right to revoke a seat', async () => {
    const guard = await startGuard()
    guard.grant({ sources: sourcesOf(guard), ...ownSeatsGrant, occupant: { email: 'bob@example.com' } })
    const seat = `/v1/customer-seats/${guard.emulator.ref('acme/pia')}`
    expect(await statusAndCodeOf(guard.send('DELETE', seat))).toEqual([403, 'OperationNotGranted'])
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
    expect(await getSeatPermissions(page(guard), { source })).toEqual({ ...noPermissions, ...expected })
    // An order has no seat count to change.
    const ofOrder = { getSubscription: false, buySeats: false, reduceSeats: false }
    expect(await getSeatPermissions(page(guard), { source: order })).toEqual({
      ...noPermissions,
      ...expected,
      ...ofOrder,
    })
    expect(guard.calls).toEqual([])
  })

  test('cannot be read for the source of another team, or without the operation in the grant', async () => {
    const guard = await startGuard()
    const foreign = { subscription_id: guard.emulator.ref('acme/foreign') }
    expect(await errorOf(getSeatPermissions(page(guard), { source: foreign }))).toMatchObject({ status: 404 })
    guard.grant({ sources: sourcesOf(guard), operations: ['listSeats'] })
    const [source = foreign] = sourcesOf(guard)
    expect(await errorOf(getSeatPermissions(page(guard), { source }))).toMatchObject({ code: 'OperationNotGranted' })
  })
})

test('permissions of an invalid grant are answered with 500', async () => {
  const guard = await startGuard()
  const [source] = sourcesOf(guard)
  if (source === undefined) throw new Error('no source')
  for (const invalidGrant of [{ seatCount: 'everything' }, { seatCount: 'buy', maxSeats: 0 }]) {
    guard.grant({ sources: [source], ...invalidGrant } as SeatsGrant)
    expect(await errorOf(getSeatPermissions(page(guard), { source }))).toMatchObject({ status: 500 })
  }
  expect(guard.errors).toMatchObject([{ code: 'ConfigurationError' }, { code: 'ConfigurationError' }])
})

describe('permissions with a token of Polar’s', () => {
  const start = async (settings = {}) => {
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
    const member = (name?: string, source?: SeatSource) =>
      permissionsWith({ sessionToken: emulator.session('acme/jane', name ? { member: name } : {}) }, source)
    return { emulator, permissionsWith, member }
  }
  const everything = { ...noPermissions, ...seatOperations, ...seatCountOperations, immediateClaim: true }

  test('follow from the role', async () => {
    const { emulator, permissionsWith, member } = await start()
    const named = (ref: string) => ({ occupant: { member_id: emulator.ref(`acme/${ref}`) } })
    expect(await permissionsWith({ accessToken: 'polar_oat_all' })).toEqual(everything)
    const manager = { ...everything, manageMembers: true }
    expect(await member()).toEqual({ ...manager, occupant: { member_id: expect.any(String) } })
    expect(await member('bill')).toEqual({ ...manager, ...named('bill') })
    expect(await member('alice')).toEqual({
      ...noPermissions,
      listSeats: true,
      getSubscription: true,
      ...named('alice'),
    })
  })
  test('of an order can be read only by its customer', async () => {
    const { emulator, member } = await start()
    const order = (ref: string) => ({ order_id: emulator.ref(ref) })
    const ofOrder = { ...noPermissions, ...seatOperations, immediateClaim: true, manageMembers: true }
    expect(await member(undefined, order('acme/ord'))).toMatchObject(ofOrder)
    expect(await errorOf(member(undefined, order('rival/ord')))).toMatchObject({ code: 'ResourceNotFound' })
  })
  test('follow from the organization’s settings', async () => {
    const { member } = await start({ customer_portal_subscription_update_seats: false })
    expect(await member()).toMatchObject({ ...everything, buySeats: false, reduceSeats: false, manageMembers: true })
  })
  test('of a customer’s session do not include managing members, and name no occupant', async () => {
    const { member } = await start({ member_model_enabled: false })
    expect(await member()).toEqual(everything)
  })
})
