import { startEmulator, type Emulator } from '@seats/emulator'
import { Polar } from 'polar-sdk-0'
import { SDKError } from 'polar-sdk-0/models/errors/sdkerror.js'
import { HTTPValidationError } from 'polar-sdk-0/models/errors/httpvalidationerror.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

// The older SDK checks every response against its schema, and throws if one does not match.
let emulator: Emulator
let polar: Polar

const createClient = (accessToken: string) => new Polar({ accessToken, serverURL: emulator.url })
const unknownId = '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f'
const subscription = () => ({ subscriptionId: emulator.ref('acme/sub') })
const newestInvitationToken = () => emulator.outbox()[0]?.invitation_token ?? ''

beforeAll(async () => {
  emulator = await startEmulator({ port: 0 })
  polar = createClient('polar_oat_acme')
})
beforeEach(() => {
  emulator.reset()
})
afterAll(() => emulator.close())

test('SDK 0.x assigns, lists, resends, claims and revokes', async () => {
  const seat = await polar.customerSeats.assignSeat({ ...subscription(), email: 'bob@example.com', metadata: { n: 1 } })
  expect(seat).toMatchObject({ status: 'pending', customerEmail: 'bob@example.com', seatMetadata: { n: 1 } })
  const roster = await polar.customerSeats.listSeats(subscription())
  expect(roster).toMatchObject({ seats: [seat], availableSeats: 9, totalSeats: 10 })
  expect(await polar.customerSeats.resendInvitation({ seatId: seat.id })).toEqual(seat)
  expect(await polar.customerSeats.getClaimInfo({ invitationToken: newestInvitationToken() })).toMatchObject({
    canClaim: true,
  })
  const claim = await polar.customerSeats.claimSeat({ invitationToken: newestInvitationToken() })
  expect(claim).toMatchObject({ seat: { id: seat.id, status: 'claimed' } })
  expect(await polar.customerSeats.revokeSeat({ seatId: seat.id })).toMatchObject({ status: 'revoked', email: null })
})

test('SDK 0.x manages seats in the portal with a member session', async () => {
  const session = await polar.customerSessions.create({ customerId: emulator.ref('acme/jane') })
  const security = { memberSession: session.token }
  const { seats } = polar.customerPortal
  const seat = await seats.assignSeat(security, { orderId: emulator.ref('acme/ord'), email: 'eve@example.com' })
  expect((await seats.listSeats(security, { orderId: emulator.ref('acme/ord') })).seats).toEqual([seat])
  expect(await seats.resendInvitation(security, { seatId: seat.id })).toEqual(seat)
  expect(await seats.revokeSeat(security, { seatId: seat.id })).toMatchObject({ status: 'revoked' })
})

test('SDK 0.x rejects unknown ids, malformed ids and wrong tokens in the portal', async () => {
  const session = await polar.customerSessions.create({ customerId: emulator.ref('acme/jane') })
  const security = { memberSession: session.token }
  const { seats } = polar.customerPortal
  await expect(seats.listSeats(security, { subscriptionId: unknownId })).rejects.toMatchObject({ statusCode: 404 })
  await expect(seats.revokeSeat(security, { seatId: unknownId })).rejects.toMatchObject({ statusCode: 404 })
  await expect(seats.resendInvitation(security, { seatId: 'nope' })).rejects.toMatchObject({ statusCode: 422 })
  await expect(seats.assignSeat({ memberSession: 'polar_mst_wrong' }, {})).rejects.toMatchObject({ statusCode: 401 })
  await expect(polar.customerSessions.create({ customerId: unknownId })).rejects.toMatchObject({ statusCode: 422 })
})

test.each([
  ['an unknown subscription', 404, () => polar.customerSeats.listSeats({ subscriptionId: unknownId })],
  ['a bad token', 401, () => createClient('polar_oat_wrong').customerSeats.listSeats(subscription())],
  ['a body without a recipient', 422, () => polar.customerSeats.assignSeat(subscription())],
  ['a malformed id', 422, () => polar.customerSeats.revokeSeat({ seatId: 'nope' })],
  ['a revoke of an unknown seat', 404, () => polar.customerSeats.revokeSeat({ seatId: unknownId })],
  ['a resend for an unknown seat', 404, () => polar.customerSeats.resendInvitation({ seatId: unknownId })],
  ['a read of an unknown invitation', 404, () => polar.customerSeats.getClaimInfo({ invitationToken: 'unknown' })],
  ['a claim of an unknown invitation', 400, () => polar.customerSeats.claimSeat({ invitationToken: 'unknown' })],
] as const)('SDK 0.x rejects %s with the status %i', async (_title, statusCode, call) => {
  await expect(call()).rejects.toMatchObject({ statusCode })
})

test('errors have the classes of SDK 0.x', async () => {
  await expect(polar.customerSeats.assignSeat(subscription())).rejects.toBeInstanceOf(HTTPValidationError)
  const recipient = { ...subscription(), email: 'bob@example.com', immediateClaim: true }
  const seat = await polar.customerSeats.assignSeat(recipient)
  await expect(polar.customerSeats.assignSeat(recipient)).rejects.toBeInstanceOf(SDKError)
  await expect(polar.customerSeats.resendInvitation({ seatId: seat.id })).rejects.toBeInstanceOf(SDKError)
})
