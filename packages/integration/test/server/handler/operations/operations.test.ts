import { createSeatsClient } from '@seats/core'
import { expect, test } from 'vitest'
import { invitationToken, startGuard } from '../../startGuard.ts'

/**
 * Starts a guard, and creates a client without a token, as in a page. The client's requests have the header that a
 * browser sets on a page of the same origin.
 */
async function startPage() {
  const guard = await startGuard()
  const page = createSeatsClient({
    baseURL: 'https://app.example.com/api/seats',
    fetch: (request) => {
      const pageRequest = new Request(request)
      pageRequest.headers.set('sec-fetch-site', 'same-origin')
      return guard.handler(pageRequest)
    },
  })
  return { ...guard, page, source: { subscription_id: guard.emulator.ref('acme/sub') } }
}

test('a page without a token lists, assigns, resends and revokes', async () => {
  const { page, polar, source, emulator } = await startPage()
  expect(await page.listSeats(source)).toEqual(await polar.listSeats(source))
  const seat = await page.assignSeat({ ...source, email: 'ada@example.com', metadata: { team: 'blue' } })
  expect(seat).toMatchObject({ email: 'ada@example.com', status: 'pending', seat_metadata: { team: 'blue' } })
  expect(await page.resendInvitation(seat.id, { source })).toMatchObject({ id: seat.id, status: 'pending' })
  expect(emulator.outbox('ada@example.com')).toHaveLength(2)
  expect(await page.revokeSeat(seat.id, { occupant: seat })).toMatchObject({ id: seat.id, status: 'revoked' })
  const { seats } = await polar.listSeats(source)
  expect(seats.find(({ id }) => id === seat.id)).toMatchObject({ status: 'revoked', email: null })
})

test('an order works like a subscription', async () => {
  const { page, emulator } = await startPage()
  const source = { order_id: emulator.ref('acme/ord') }
  const seat = await page.assignSeat({ ...source, email: 'ada@example.com' })
  expect((await page.listSeats(source)).available_seats).toBe(0)
  await expect(page.assignSeat({ ...source, email: 'max@example.com' })).rejects.toMatchObject({
    code: 'SeatNotAvailable',
    status: 400,
  })
  expect(await page.revokeSeat(seat.id, { source, occupant: seat })).toMatchObject({ status: 'revoked' })
})

test('an invitation is claimed without a grant', async () => {
  const { page, grant, emulator } = await startPage()
  grant(null)
  const invitation_token = invitationToken(emulator, 'pia@example.com')
  expect(await page.getClaimInfo(invitation_token)).toMatchObject({
    customer_email: 'pia@example.com',
    can_claim: true,
  })
  const claim = await page.claimSeat({ invitation_token })
  expect(claim.seat).toMatchObject({ id: emulator.ref('acme/pia'), status: 'claimed' })
  expect(claim.customer_session_token).toMatch(/^polar_[cm]st_/)
  await expect(page.claimSeat({ invitation_token })).rejects.toMatchObject({
    code: 'InvalidInvitationToken',
    detail: 'Invalid or expired invitation token',
  })
})

test('a revoke that names its source needs only two calls, because that roster is read first', async () => {
  const { page, calls, emulator } = await startPage()
  const order = { order_id: emulator.ref('acme/ord') }
  await page.revokeSeat(emulator.ref('acme/ole'), { source: order, occupant: { email: 'ole@example.com' } })
  expect(calls).toEqual([
    `GET /v1/customer-seats?order_id=${order.order_id}`,
    `DELETE /v1/customer-seats/${emulator.ref('acme/ole')}`,
  ])
})

test('a wrong source in the query does no harm, and a source that is not granted is never read', async () => {
  const { page, calls, emulator, source } = await startPage()
  const foreign = { subscription_id: emulator.ref('acme/foreign') }
  await page.resendInvitation(emulator.ref('acme/pia'), { source: foreign })
  await page.resendInvitation(emulator.ref('acme/ole'), { source })
  expect(calls.some((call) => call.includes(foreign.subscription_id))).toBe(false)
})

test('every spelling of an id that Polar accepts works', async () => {
  const { send, emulator } = await startPage()
  const id = emulator.ref('acme/sub')
  for (const spelling of [id.toUpperCase(), id.replaceAll('-', ''), `urn:uuid:${id}`, `{${id}}`]) {
    const response = await send('GET', `/v1/customer-seats?subscription_id=${encodeURIComponent(spelling)}`)
    expect([spelling, response.status]).toEqual([spelling, 200])
  }
  const response = await send('POST', `/v1/customer-seats/${emulator.ref('acme/pia').toUpperCase()}/resend`)
  expect(response.status).toBe(200)
})

test('a page that is rendered on the server prefetches in process, with the same grant', async () => {
  const { handler, emulator, grant } = await startPage()
  const serverClient = createSeatsClient({ baseURL: '/api/seats', fetch: handler })
  const source = { subscription_id: emulator.ref('acme/sub') }
  expect((await serverClient.listSeats(source)).total_seats).toBe(5)
  grant(null)
  await expect(serverClient.listSeats(source)).rejects.toMatchObject({ code: 'Unauthorized' })
})
