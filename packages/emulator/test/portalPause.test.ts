import { expect, test } from 'vitest'
import { start } from './support/storages.ts'
import { inSeptember, teamOf, teamSeed } from './support/team.ts'

const resumesAt = '2026-10-10T00:00:00Z'
type Organization = Parameters<typeof teamSeed>[0]

async function prepare(organization: Organization = { customer_portal_subscription_pause: true }) {
  const emulator = await start('in memory', {
    now: inSeptember,
    seed: teamSeed(organization),
    webhooks: [{ handler: () => new Response() }],
  })
  const team = teamOf(emulator)
  const token = await team.session('acme/bill')
  const path = `/v1/customer-portal/subscriptions/${emulator.ref('acme/sub')}`
  const portal = (body: object) => team.send('PATCH', path, body, { token })
  const read = () => team.send('GET', path, undefined, { token })
  return { emulator, portal, read, path, token, ...team }
}

test('an organization may let customers pause and resume', async () => {
  const { emulator, portal, events } = await prepare()
  const paused = await portal({ pause_at_period_end: true, resumes_at: resumesAt })
  expect(paused).toMatchObject({
    status: 200,
    body: { status: 'active', pause_at_period_end: true, resumes_at: '2026-10-10T00:00:00Z' },
  })
  expect(emulator.outbox('jane@example.com')[0]?.subject).toBe('Your Team subscription is paused')
  expect(await portal({ pause_at_period_end: false })).toMatchObject({
    status: 200,
    body: { pause_at_period_end: false, resumes_at: null },
  })
  await portal({ pause_at_period_end: true })
  emulator.lifecycle('acme/sub', 'period_end')
  expect(events()).toContain('subscription.paused')
  expect(await portal({ resume: true })).toMatchObject({ status: 200, body: { status: 'active', paused_at: null } })
  expect(events()).toContain('subscription.resumed')
})

test('the portal shows the setting only if it is on', async () => {
  const settings = async (organization: Organization) => {
    const { body } = await (await prepare(organization)).read()
    return JSON.stringify(body)
  }
  expect(await settings({ customer_portal_subscription_pause: true })).toContain('"update_plan":true,"pause":true')
  expect(await settings({})).not.toContain('"pause"')
})

test.each([{ pause_at_period_end: true }, { pause_at_period_end: false }, { resume: true }])(
  '%o is refused unless the organization allows it',
  async (body) => {
    const { portal } = await prepare({})
    expect(await portal(body)).toEqual({
      status: 403,
      body: { error: 'PauseResumeNotAllowed', detail: 'Pausing or resuming a subscription is not allowed.' },
    })
  },
)

test.each([
  [{ pause_at_period_end: false }, 409, 'NoScheduledPause'],
  [{ resume: true }, 409, 'NotPausedSubscription'],
  [{ pause_at_period_end: true, resumes_at: '2026-09-20T00:00:00Z' }, 422, 'PolarRequestValidationError'],
])('the rules of a pause hold in the portal: %o', async (body, status, error) => {
  const { portal } = await prepare()
  expect(await portal(body)).toMatchObject({ status, body: { error } })
})

test('resuming needs a card, unless the subscription costs nothing', async () => {
  const { portal, emulator } = await prepare({
    customer_portal_subscription_pause: true,
    customers: [
      { ref: 'jane', email: 'jane@example.com', members: [{ ref: 'bill', role: 'billing_manager' }] },
      { ref: 'solo_customer' },
    ],
    subscriptions: [
      { ref: 'sub', product: 'team', customer: 'jane', seats: 3, status: 'paused' },
      { ref: 'solosub', product: 'solo', customer: 'solo_customer' },
    ],
  })
  expect(await portal({ resume: true })).toEqual({
    status: 409,
    body: { error: 'PaymentMethodRequired', detail: 'Add a payment method before resuming this subscription.' },
  })
  expect(emulator.deliveries()).toEqual([])
})

test('an organization may forbid changes of the product, and their previews', async () => {
  const { portal, send, path, token, emulator } = await prepare({ customer_portal_subscription_update_plan: false })
  const refused = {
    status: 403,
    body: { error: 'UpdateSubscriptionPlanNotAllowed', detail: 'Updating subscription plan is not allowed.' },
  }
  const change = { product_id: emulator.ref('acme/pro') }
  expect(await portal(change)).toEqual(refused)
  expect(await send('POST', `${path}/change-preview`, change, { token })).toEqual(refused)
  expect((await portal({ seats: 4 })).status).toBe(200)
})

test('customers cannot choose a product that is not public, and nobody an archived one', async () => {
  const price = { tiers: [{ min_seats: 1, max_seats: null, price_per_seat: 2000 }] }
  const { portal, change, preview, send, path, token, emulator } = await prepare({
    products: [
      { ref: 'team', name: 'Team' },
      { ref: 'hidden', visibility: 'private', price },
      { ref: 'old', archived: true, price },
    ],
    discounts: [],
    subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 3 }],
  })
  const refusal = (msg: string) => ({
    status: 422,
    body: { error: 'PolarRequestValidationError', detail: [{ loc: ['body', 'product_id'], msg }] },
  })
  const hidden = { product_id: emulator.ref('acme/hidden') }
  const old = { product_id: emulator.ref('acme/old') }
  const notAllowed = refusal('Product visibility is not allowed.')
  const archived = refusal('Product is archived.')
  expect(await portal(hidden)).toMatchObject(notAllowed)
  expect(await send('POST', `${path}/change-preview`, hidden, { token })).toMatchObject(notAllowed)
  expect(await portal(old)).toMatchObject(archived)
  expect(await change(old)).toMatchObject(archived)
  expect((await preview(hidden)).status).toBe(200)
  expect(await change(hidden)).toMatchObject({ status: 200, body: { product: { visibility: 'private' } } })
})
