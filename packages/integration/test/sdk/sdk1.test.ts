import { createPolar, errors } from '@polar-sh/sdk/2026-10'
import { startEmulator, type Emulator } from '@seats/emulator'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

let emulator: Emulator
let polar: ReturnType<typeof createPolar>

const createClient = (accessToken: string) => createPolar({ accessToken, baseUrl: emulator.url })
const unknownId = '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f'

beforeAll(async () => {
  emulator = await startEmulator({ port: 0 })
  polar = createClient('polar_oat_acme')
})
beforeEach(() => {
  emulator.reset()
})
afterAll(() => emulator.close())

const subscription = () => ({ subscription_id: emulator.ref('acme/sub') })
const newestInvitationToken = () => emulator.outbox()[0]?.invitation_token ?? ''

test('SDK 1.x assigns, lists, resends, claims and revokes', async () => {
  const seat = await polar.customerSeats.assignSeat({ ...subscription(), email: 'bob@example.com', metadata: { n: 1 } })
  expect(seat).toMatchObject({ status: 'pending', customer_email: 'bob@example.com', seat_metadata: { n: 1 } })
  const roster = await polar.customerSeats.listSeats(subscription())
  expect(roster).toEqual({ seats: [seat], available_seats: 9, total_seats: 10 })

  expect(await polar.customerSeats.resendInvitation(seat.id)).toEqual(seat)
  expect(emulator.outbox()).toHaveLength(2)
  const info = await polar.customerSeats.getClaimInfo(newestInvitationToken())
  expect(info).toMatchObject({ can_claim: true, product_name: 'Team', customer_email: 'bob@example.com' })

  const claim = await polar.customerSeats.claimSeat({ invitation_token: newestInvitationToken() })
  expect(claim.seat).toMatchObject({ id: seat.id, status: 'claimed' })
  expect(claim.customer_session_token).toMatch(/^polar_mst_/)
  const revoked = await polar.customerSeats.revokeSeat(seat.id)
  expect(revoked).toMatchObject({ id: seat.id, status: 'revoked', email: null, customer_id: null })
})

test('SDK 1.x manages seats in the portal with a member session', async () => {
  const session = await polar.customerSessions.create({ customer_id: emulator.ref('acme/jane') })
  expect(session.customer).toMatchObject({ id: emulator.ref('acme/jane'), type: 'individual' })
  const { seats } = createClient(session.token).customerPortal
  const seat = await seats.assignSeat({ order_id: emulator.ref('acme/ord'), email: 'eve@example.com' })
  expect((await seats.listSeats({ order_id: emulator.ref('acme/ord') })).seats).toEqual([seat])
  expect(await seats.resendInvitation(seat.id)).toEqual(seat)
  expect((await seats.revokeSeat(seat.id)).status).toBe('revoked')
})

test('SDK 1.x rejects unknown ids, malformed ids and wrong tokens in the portal', async () => {
  const session = await polar.customerSessions.create({ customer_id: emulator.ref('acme/jane') })
  const { seats } = createClient(session.token).customerPortal
  await expect(seats.listSeats({ subscription_id: unknownId })).rejects.toMatchObject({ statusCode: 404 })
  await expect(seats.revokeSeat(unknownId)).rejects.toMatchObject({ statusCode: 404 })
  await expect(seats.resendInvitation('nope')).rejects.toMatchObject({ statusCode: 422 })
  await expect(createClient('polar_mst_wrong').customerPortal.seats.assignSeat({})).rejects.toMatchObject({
    statusCode: 401,
  })
  await expect(polar.customerSessions.create({ customer_id: unknownId })).rejects.toMatchObject({ statusCode: 422 })
})

test.each([
  [
    'an unknown subscription',
    404,
    () => polar.customerSeats.listSeats({ subscription_id: unknownId }),
    errors.CustomerSeatsListSeats404Error,
  ],
  [
    'a bad token',
    401,
    () => createClient('polar_oat_wrong').customerSeats.listSeats(subscription()),
    errors.CustomerSeatsListSeats401Error,
  ],
  ['a body without a recipient', 422, () => polar.customerSeats.assignSeat(subscription()), errors.HTTPValidationError],
  ['a malformed id', 422, () => polar.customerSeats.revokeSeat('nope'), errors.HTTPValidationError],
  [
    'a revoke of an unknown seat',
    404,
    () => polar.customerSeats.revokeSeat(unknownId),
    errors.CustomerSeatsRevokeSeat404Error,
  ],
  [
    'a resend for an unknown seat',
    404,
    () => polar.customerSeats.resendInvitation(unknownId),
    errors.CustomerSeatsResendInvitation404Error,
  ],
  [
    'a read of an unknown invitation',
    404,
    () => polar.customerSeats.getClaimInfo('unknown'),
    errors.CustomerSeatsGetClaimInfo404Error,
  ],
  [
    'a claim of an unknown invitation',
    400,
    () => polar.customerSeats.claimSeat({ invitation_token: 'unknown' }),
    errors.CustomerSeatsClaimSeat400Error,
  ],
] as const)('SDK 1.x rejects %s with the status %i', async (_title, statusCode, call, ErrorClass) => {
  const error = await call().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ErrorClass)
  expect(error).toMatchObject({ statusCode })
})

test('SDK 1.x rejects a second assign of a person, and a resend of an accepted invitation', async () => {
  const recipient = { ...subscription(), email: 'bob@example.com', immediate_claim: true }
  const seat = await polar.customerSeats.assignSeat(recipient)
  await expect(polar.customerSeats.assignSeat(recipient)).rejects.toMatchObject({
    statusCode: 400,
    error: { error: 'SeatAlreadyAssigned', detail: 'Seat already assigned to customer bob@example.com' },
  })
  await expect(polar.customerSeats.resendInvitation(seat.id)).rejects.toMatchObject({
    error: { error: 'SeatNotPending' },
  })
})

const teamSeed = {
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_acme' }],
      customers: [
        {
          ref: 'jane',
          email: 'jane@example.com',
          external_id: 'cus_jane',
          payment_method: 'ok' as const,
          owner_ref: 'owner',
          members: [{ ref: 'alice', email: 'alice@example.com', external_id: 'usr_alice' }],
        },
      ],
      subscriptions: [{ ref: 'sub', seats: 10, roster: [{ email: 'alice@example.com' }] }],
    },
  ],
}

test('SDK 1.x reads, changes and ends a subscription', async () => {
  emulator.reset(teamSeed)
  const { subscriptions, customers, benefitGrants } = polar
  const id = emulator.ref('acme/sub')
  expect(await subscriptions.get(id)).toMatchObject({ id, seats: 10, amount: 10_000 })
  expect(await subscriptions.update(id, { seats: 12 })).toMatchObject({ seats: 12, amount: 12_000 })
  await expect(subscriptions.update(id, { seats: 0 })).rejects.toMatchObject({ statusCode: 400 })
  expect(await customers.getState(emulator.ref('acme/jane'))).toMatchObject({ active_subscriptions: [{ id }] })
  expect(await customers.getStateExternal('cus_jane')).toMatchObject({ active_subscriptions: [{ id }] })
  expect((await benefitGrants.list({})).items).toEqual([])
  expect(await subscriptions.revoke(id)).toMatchObject({ status: 'canceled' })
})

test('SDK 1.x manages the members of a customer', async () => {
  emulator.reset(teamSeed)
  const { members } = polar.customers
  const jane = emulator.ref('acme/jane')
  const eve = await members.create(jane, { email: 'eve@example.com', external_id: 'usr_eve' })
  expect(await members.get(jane, eve.id)).toEqual(eve)
  expect(await members.getExternal('cus_jane', 'usr_eve')).toEqual(eve)
  expect(await members.update(jane, eve.id, { name: 'Eve' })).toMatchObject({ name: 'Eve' })
  expect(await members.updateExternal('cus_jane', 'usr_eve', { role: 'billing_manager' })).toMatchObject({
    role: 'billing_manager',
  })
  expect((await members.list(jane, {})).items).toHaveLength(3)
  expect((await members.listExternal('cus_jane', { role: 'owner' })).items).toHaveLength(1)
  await members.delete(jane, eve.id)
  await members.createExternal('cus_jane', { email: 'fay@example.com', external_id: 'usr_fay' })
  await members.deleteExternal('cus_jane', 'usr_fay')
  expect((await members.list(jane, {})).items).toHaveLength(2)
})

test('SDK 1.x creates, reads, changes and deletes webhook endpoints', async () => {
  const { webhooks } = polar
  const endpoint = await webhooks.createWebhookEndpoint({
    url: 'https://example.com/hooks',
    format: 'raw',
    events: ['customer_seat.revoked'],
  })
  expect((await webhooks.listWebhookEndpoints({})).items).toEqual([endpoint])
  expect(await webhooks.getWebhookEndpoint(endpoint.id)).toEqual(endpoint)
  expect(await webhooks.updateWebhookEndpoint(endpoint.id, { enabled: false })).toMatchObject({ enabled: false })
  expect((await webhooks.resetWebhookEndpointSecret(endpoint.id)).secret).not.toBe(endpoint.secret)
  await webhooks.deleteWebhookEndpoint(endpoint.id)
  await expect(webhooks.getWebhookEndpoint(endpoint.id)).rejects.toMatchObject({ statusCode: 404 })
})

test('SDK 1.x reads and changes a team in the portal', async () => {
  emulator.reset(teamSeed)
  const id = emulator.ref('acme/sub')
  const { customerPortal } = createClient(emulator.session('acme/jane'))
  const { subscriptions, members, customerSession } = customerPortal
  expect(await customerSession.getAuthenticatedUser()).toMatchObject({ type: 'member', role: 'owner' })
  expect((await customerSession.introspect()).return_url).toBe(null)
  expect((await subscriptions.list({})).items).toMatchObject([{ id }])
  expect(await subscriptions.update(id, { seats: 11 })).toMatchObject({ seats: 11 })
  expect(await subscriptions.get(id)).toMatchObject({ seats: 11 })
  const eve = await members.addMember({ email: 'eve@example.com' })
  expect(await members.updateMember(eve.id, { name: 'Eve' })).toMatchObject({ name: 'Eve' })
  expect((await members.listMembers({})).items).toHaveLength(3)
  await members.removeMember(eve.id)
  expect(await subscriptions.cancel(id)).toMatchObject({ cancel_at_period_end: true })
  const alice = createClient(emulator.session('acme/jane', { member: 'alice' })).customerPortal
  expect((await alice.seats.listClaimedSubscriptions({})).items).toMatchObject([{ id }])
  await expect(alice.members.listMembers({})).rejects.toMatchObject({ statusCode: 403 })
})
