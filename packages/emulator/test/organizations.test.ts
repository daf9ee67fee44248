import { expect, test } from 'vitest'
import { apiCalls, unknownId } from './support/api.ts'
import { startTestEmulator } from './support/storages.ts'
import { teamCalls } from './support/team.ts'

async function prepareEmulator(
  organization: { member_model_enabled?: boolean; seat_based_pricing_enabled?: boolean } = {},
) {
  const emulator = await startTestEmulator('in memory', {
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }, { token: 'polar_oat_reader', scopes: ['organizations:read'] }],
          customers: [
            { ref: 'jane', email: 'jane@example.com', external_id: 'cus_jane' },
            { ref: 'nameless', email: null, external_id: 'cus_nameless' },
          ],
          subscriptions: [{ ref: 'sub', customer: 'jane', seats: 10 }],
          ...organization,
        },
        { slug: 'rival', tokens: [{ token: 'polar_oat_rival' }] },
      ],
    },
    webhooks: [{ handler: () => new Response() }],
  })
  const team = teamCalls(emulator)
  const path = `/v1/organizations/${emulator.ref('acme')}`
  const update = (body: object, token?: string) => team.send('PATCH', path, body, token ? { token } : {})
  return { emulator, path, update, ...team, ...apiCalls(emulator) }
}

test('a token reads its own organization and no other', async () => {
  const { send, path } = await prepareEmulator()
  expect(await send('GET', path)).toMatchObject({ status: 200, body: { slug: 'acme', status: 'active' } })
  expect(await send('GET', '/v1/organizations/')).toMatchObject({
    status: 200,
    body: { items: [{ slug: 'acme' }], pagination: { total_count: 1 } },
  })
  expect((await send('GET', '/v1/organizations/?slug=rival')).body['items']).toEqual([])
  expect((await send('GET', path, undefined, { token: 'polar_oat_rival' })).status).toBe(404)
  expect((await send('GET', `/v1/organizations/${unknownId}`)).status).toBe(404)
})

test('new settings apply to later calls, and a webhook is sent', async () => {
  const { update, emulator, send, events } = await prepareEmulator()
  const subscription_settings = {
    allow_multiple_subscriptions: false,
    proration_behavior: 'next_period',
    benefit_revocation_grace_period: 7,
    prevent_trial_abuse: false,
    allow_customer_updates: true,
  }
  const customer_portal_settings = {
    usage: { show: true },
    subscription: { update_seats: false, update_plan: true, pause: true },
  }
  expect(await update({ name: 'Acme Ltd', subscription_settings, customer_portal_settings })).toMatchObject({
    status: 200,
    body: { name: 'Acme Ltd', subscription_settings, customer_portal_settings },
  })
  expect(events()).toEqual(['organization.updated'])
  const token = emulator.session('acme/jane')
  const path = `/v1/customer-portal/subscriptions/${emulator.ref('acme/sub')}`
  expect((await send('PATCH', path, { seats: 11 }, { token })).body['error']).toBe('UpdateSubscriptionSeatsNotAllowed')
  expect((await send('PATCH', path, { pause_at_period_end: true }, { token })).status).toBe(200)
})

test.each([
  [{ name: 'ab' }, ['body', 'name'], 'string_too_short'],
  [
    { feature_settings: { member_model_enabled: 'maybe' } },
    ['body', 'feature_settings', 'member_model_enabled'],
    'bool_parsing',
  ],
  [
    { customer_portal_settings: { usage: { show: true } } },
    ['body', 'customer_portal_settings', 'subscription'],
    'missing',
  ],
  [
    { feature_settings: { seat_based_pricing_enabled: false } },
    ['body', 'feature_settings', 'seat_based_pricing_enabled'],
    'value_error',
  ],
])('the settings %o are rejected', async (body, loc, type) => {
  const { update, send, path } = await prepareEmulator()
  expect(await update(body)).toMatchObject({ status: 422, body: { detail: [expect.objectContaining({ loc, type })] } })
  expect((await update({}, 'polar_oat_reader')).status).toBe(403)
  // The organization is looked up before the body is checked.
  expect((await send('PATCH', path, body, { token: 'polar_oat_rival' })).status).toBe(404)
})

test('seat-based pricing cannot be enabled without the member model', async () => {
  const { update } = await prepareEmulator({ member_model_enabled: false, seat_based_pricing_enabled: false })
  expect(await update({ feature_settings: { seat_based_pricing_enabled: true } })).toMatchObject({
    status: 422,
    body: { detail: [{ msg: 'Member model must be enabled before enabling seat-based pricing.' }] },
  })
  expect(
    await update({ feature_settings: { seat_based_pricing_enabled: true, member_model_enabled: true } }),
  ).toMatchObject({
    status: 200,
    body: { feature_settings: { seat_based_pricing_enabled: true, member_model_enabled: true } },
  })
})

test('when the member model is enabled, a seat that has a member keeps its own customer', async () => {
  const { emulator, assign, claim, invitationToken, update, list, session, call } = await prepareEmulator({
    member_model_enabled: false,
  })
  const claimed = await assign({ email: 'ann@example.com', immediate_claim: true })
  const pending = await assign({ email: 'bob@example.com' })
  expect(claimed.body.customer_id).not.toBe(emulator.ref('acme/jane'))
  const token = invitationToken('bob@example.com')

  expect((await update({ feature_settings: { member_model_enabled: true } })).status).toBe(200)
  const { seats } = (await list()).body
  expect(seats.find(({ id }) => id === claimed.body.id)?.customer_id).toBe(claimed.body.customer_id)
  const claimedLater = await claim(token)
  expect(claimedLater.body.seat.customer_id).toBe(pending.body.customer_id)

  const later = await assign({ email: 'eve@example.com' })
  expect(later.body.customer_id).toBe(emulator.ref('acme/jane'))
  // Everybody who became a customer without the member model is now the owner of that customer.
  expect((await session({ customer_id: claimed.body.customer_id })).body.token).toMatch(/^polar_mst_/)
  const members = await call('GET', `/v1/members/?customer_id=${claimed.body.customer_id}`)
  expect(members.body).toMatchObject({ items: [{ email: 'ann@example.com', role: 'owner' }] })
})

test('when the member model is enabled, a seat without an occupant moves to the paying customer, and an occupant without an email keeps the seat', async () => {
  const { emulator, assign, update, list } = await prepareEmulator({ member_model_enabled: false })
  await emulator.fetch(`${emulator.url}/_emulator/seed`, {
    method: 'POST',
    body: JSON.stringify({
      organizations: [
        {
          slug: 'acme',
          subscriptions: [
            { ref: 'ghosts', customer: 'jane', roster: [{ ref: 'ghost', status: 'claimed', nobody: true }] },
          ],
        },
      ],
    }),
  })
  const nameless = await assign({ external_customer_id: 'cus_nameless' })
  expect(nameless.body.member_id).toBeNull()
  await update({ feature_settings: { member_model_enabled: true } })
  const [ghost] = (await list({ subscription_id: emulator.ref('acme/ghosts') })).body.seats
  expect(ghost).toMatchObject({ customer_id: emulator.ref('acme/jane'), member_id: null, email: null })
  expect((await list()).body.seats).toMatchObject([{ customer_id: emulator.ref('acme/nameless'), member_id: null }])
})
