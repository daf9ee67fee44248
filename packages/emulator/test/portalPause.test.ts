import { expect, test } from 'vitest'
import { startTestEmulator } from './support/storages.ts'
import { midSeptember, teamCalls, teamSeed } from './support/team.ts'

const resumesAt = '2026-10-10T00:00:00Z'
type Organization = Parameters<typeof teamSeed>[0]

async function prepareEmulator(organization: Organization = { customer_portal_subscription_pause: true }) {
  const emulator = await startTestEmulator('in memory', {
    now: midSeptember,
    seed: teamSeed(organization),
    webhooks: [{ handler: () => new Response() }],
  })
  const team = teamCalls(emulator)
  const token = await team.session('acme/bill')
  const path = `/v1/customer-portal/subscriptions/${emulator.ref('acme/sub')}`
  const patchInPortal = (body: object) => team.send('PATCH', path, body, { token })
  const readInPortal = () => team.send('GET', path, undefined, { token })
  return { emulator, patchInPortal, readInPortal, path, token, ...team }
}

test('customers can pause and resume in the portal if the organization allows it', async () => {
  const { emulator, patchInPortal, events } = await prepareEmulator()
  const paused = await patchInPortal({ pause_at_period_end: true, resumes_at: resumesAt })
  expect(paused).toMatchObject({
    status: 200,
    body: { status: 'active', pause_at_period_end: true, resumes_at: '2026-10-10T00:00:00Z' },
  })
  expect(emulator.outbox('jane@example.com')[0]?.subject).toBe('Your Team subscription is paused')
  expect(await patchInPortal({ pause_at_period_end: false })).toMatchObject({
    status: 200,
    body: { pause_at_period_end: false, resumes_at: null },
  })
  await patchInPortal({ pause_at_period_end: true })
  emulator.lifecycle('acme/sub', 'period_end')
  expect(events()).toContain('subscription.paused')
  expect(await patchInPortal({ resume: true })).toMatchObject({
    status: 200,
    body: { status: 'active', paused_at: null },
  })
  expect(events()).toContain('subscription.resumed')
})

test('the answers of the portal have the setting `pause` only if it is on', async () => {
  const readAsText = async (organization: Organization) => {
    const { body } = await (await prepareEmulator(organization)).readInPortal()
    return JSON.stringify(body)
  }
  expect(await readAsText({ customer_portal_subscription_pause: true })).toContain('"update_plan":true,"pause":true')
  expect(await readAsText({})).not.toContain('"pause"')
})

test.each([{ pause_at_period_end: true }, { pause_at_period_end: false }, { resume: true }])(
  'the portal rejects %o unless the organization allows it',
  async (body) => {
    const { patchInPortal } = await prepareEmulator({})
    expect(await patchInPortal(body)).toEqual({
      status: 403,
      body: { error: 'PauseResumeNotAllowed', detail: 'Pausing or resuming a subscription is not allowed.' },
    })
  },
)

test.each([
  [{ pause_at_period_end: false }, 409, 'NoScheduledPause'],
  [{ resume: true }, 409, 'NotPausedSubscription'],
  [{ pause_at_period_end: true, resumes_at: '2026-09-20T00:00:00Z' }, 422, 'PolarRequestValidationError'],
])('the portal rejects an invalid pause or resume: %o', async (body, status, error) => {
  const { patchInPortal } = await prepareEmulator()
  expect(await patchInPortal(body)).toMatchObject({ status, body: { error } })
})

test('resuming a paid subscription in the portal needs a card', async () => {
  const { patchInPortal, emulator } = await prepareEmulator({
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
  expect(await patchInPortal({ resume: true })).toEqual({
    status: 409,
    body: { error: 'PaymentMethodRequired', detail: 'Add a payment method before resuming this subscription.' },
  })
  expect(emulator.deliveries()).toEqual([])
})

test('an organization can forbid changes of the product in the portal, and previews of such changes', async () => {
  const { patchInPortal, send, path, token, emulator } = await prepareEmulator({
    customer_portal_subscription_update_plan: false,
  })
  const refused = {
    status: 403,
    body: { error: 'UpdateSubscriptionPlanNotAllowed', detail: 'Updating subscription plan is not allowed.' },
  }
  const proChange = { product_id: emulator.ref('acme/pro') }
  expect(await patchInPortal(proChange)).toEqual(refused)
  expect(await send('POST', `${path}/change-preview`, proChange, { token })).toEqual(refused)
  expect((await patchInPortal({ seats: 4 })).status).toBe(200)
})

test('customers cannot change to a product that is not public, and nobody can change to an archived product', async () => {
  const price = { tiers: [{ min_seats: 1, max_seats: null, price_per_seat: 2000 }] }
  const { patchInPortal, updateSubscription, preview, send, path, token, emulator } = await prepareEmulator({
    products: [
      { ref: 'team', name: 'Team' },
      { ref: 'hidden', visibility: 'private', price },
      { ref: 'old', archived: true, price },
    ],
    discounts: [],
    subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 3 }],
  })
  const validationError = (msg: string) => ({
    status: 422,
    body: { error: 'PolarRequestValidationError', detail: [{ loc: ['body', 'product_id'], msg }] },
  })
  const hiddenProduct = { product_id: emulator.ref('acme/hidden') }
  const archivedProduct = { product_id: emulator.ref('acme/old') }
  const notAllowed = validationError('Product visibility is not allowed.')
  const archived = validationError('Product is archived.')
  expect(await patchInPortal(hiddenProduct)).toMatchObject(notAllowed)
  expect(await send('POST', `${path}/change-preview`, hiddenProduct, { token })).toMatchObject(notAllowed)
  expect(await patchInPortal(archivedProduct)).toMatchObject(archived)
  expect(await updateSubscription(archivedProduct)).toMatchObject(archived)
  expect((await preview(hiddenProduct)).status).toBe(200)
  expect(await updateSubscription(hiddenProduct)).toMatchObject({
    status: 200,
    body: { product: { visibility: 'private' } },
  })
})
