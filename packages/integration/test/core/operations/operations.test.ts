import type { SeatsClient } from '@seats/core'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSession, errorOf, newestInvitationToken, startServers } from '../startServers.ts'

const servers = await startServers()
const { emulator } = servers
const unknownId = '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f'

beforeEach(() => {
  emulator.reset()
  servers.sent.length = 0
})

const modes: [string, () => SeatsClient][] = [
  ['an access token', () => servers.organizationClient()],
  ['a session token', () => servers.portalClient()],
  ['no token, through @seats/server', () => servers.tokenlessClient()],
]

describe.each(modes)('with %s', (_mode, create) => {
  test('all six operations succeed', async () => {
    const client = create()
    const seat = await client.assignSeat({ ...servers.source, email: 'bob@example.com', metadata: { team: 'x' } })
    expect(seat).toMatchObject({ status: 'pending', email: 'bob@example.com', seat_metadata: { team: 'x' } })
    expect(await client.listSeats(servers.source)).toEqual({ seats: [seat], available_seats: 9, total_seats: 10 })
    expect(await client.resendInvitation(seat.id, { source: servers.source })).toEqual(seat)
    expect(emulator.outbox()).toHaveLength(2)

    const info = await client.getClaimInfo(newestInvitationToken(emulator))
    expect(info).toMatchObject({ can_claim: true, product_name: 'Team', customer_email: 'bob@example.com' })
    const claim = await client.claimSeat({ invitation_token: newestInvitationToken(emulator) })
    expect(claim.seat).toMatchObject({ id: seat.id, status: 'claimed' })
    expect(claim.customer_session_token).toMatch(/^polar_mst_/)

    const revoked = await client.revokeSeat(seat.id, { occupant: seat })
    expect(revoked).toMatchObject({ id: seat.id, status: 'revoked', email: null })
    expect(await client.listSeats(servers.source)).toMatchObject({
      seats: [{ status: 'revoked' }],
      available_seats: 10,
    })
  })

  test('`immediate_claim` claims the seat', async () => {
    const seat = await create().assignSeat({ ...servers.source, email: 'bob@example.com', immediate_claim: true })
    expect(seat.status).toBe('claimed')
    expect(emulator.outbox()).toEqual([])
  })

  test('errors have the codes of Polar’s refusals', async () => {
    const client = create()
    const assign = () => client.assignSeat({ ...servers.source, email: 'bob@example.com' })
    const { id } = await assign()
    const definite = { isAmbiguous: false, isRetryable: false }
    expect(await errorOf(assign())).toMatchObject({ code: 'SeatAlreadyAssigned', status: 400, ...definite })
    await client.revokeSeat(id, { occupant: { email: 'bob@example.com' } })
    expect(await errorOf(client.resendInvitation(id))).toMatchObject({ code: 'SeatNotPending', ...definite })
    expect(await errorOf(client.revokeSeat(unknownId))).toMatchObject({
      code: 'ResourceNotFound',
      status: 404,
      ...definite,
    })
    expect(await errorOf(client.listSeats({ order_id: unknownId }))).toMatchObject({ code: 'ResourceNotFound' })
    expect(await errorOf(client.getClaimInfo('unknown'))).toMatchObject({ code: 'ResourceNotFound' })
    expect(await errorOf(client.claimSeat({ invitation_token: 'unknown' }))).toMatchObject({
      code: 'InvalidInvitationToken',
      status: 400,
      ...definite,
    })
  })
})

test('an assign to a full subscription fails', async () => {
  const client = servers.organizationClient()
  for (let index = 0; index < 10; index++)
    await client.assignSeat({ ...servers.source, email: `p${index}@example.com` })
  const error = await errorOf(client.assignSeat({ ...servers.source, email: 'late@example.com' }))
  expect(error).toMatchObject({ code: 'SeatNotAvailable', detail: expect.stringMatching(/^No available seats/) })
})

test('an error that only the server finds has `fieldErrors`', async () => {
  // This domain cannot receive mail.
  const error = await errorOf(servers.organizationClient().assignSeat({ ...servers.source, email: 'bob@example.test' }))
  expect(error).toMatchObject({ code: 'RequestValidationError', status: 422, operation: 'assignSeat' })
  expect(error.fieldErrors).toEqual({ email: [expect.stringContaining('special-use or reserved name')] })
  expect(servers.sent).toEqual(['POST /v1/customer-seats'])
})

test('a wrong token fails', async () => {
  expect(
    await errorOf(servers.organizationClient({ accessToken: 'polar_oat_wrong' }).listSeats(servers.source)),
  ).toMatchObject({
    code: 'Unauthorized',
    status: 401,
  })
  const expiredClient = servers.portalClient({ sessionToken: 'polar_cst_expired' })
  expect(await errorOf(expiredClient.listSeats(servers.source))).toMatchObject({ code: 'Unauthorized' })
})

test('an expired session is renewed once for all concurrent calls', async () => {
  let tokenRequests = 0
  const freshClient = servers.portalClient()
  const renewingClient = servers.portalClient({
    sessionToken: async ({ refresh }: { refresh: boolean }) => {
      tokenRequests++
      return refresh ? createSession(emulator) : 'polar_cst_expired'
    },
  })
  const lists = await Promise.all(Array.from({ length: 5 }, () => renewingClient.listSeats(servers.source)))
  expect(lists).toHaveLength(5)
  expect(tokenRequests).toBe(2)
  expect(await freshClient.listSeats(servers.source)).toEqual(lists[0])
})

test('a client with a session can send the id of a checkout as the source', async () => {
  const error = await errorOf(servers.portalClient().assignSeat({ checkout_id: unknownId, email: 'bob@example.com' }))
  expect(error.status).toBe(404)
  expect(servers.sent).toEqual(['POST /v1/customer-portal/seats'])
})

test('an id can have every spelling that Polar accepts', async () => {
  const id = emulator.ref('acme/sub')
  const client = servers.organizationClient()
  for (const spelling of [id.toUpperCase(), id.replaceAll('-', ''), `urn:uuid:${id}`, `{${id}}`]) {
    expect((await client.listSeats({ subscription_id: spelling })).total_seats, spelling).toBe(10)
  }
})
