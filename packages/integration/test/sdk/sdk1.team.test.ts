import { createPolar } from '@polar-sh/sdk/2026-10'
import { startEmulator, type Emulator, type Seed } from '@seats/emulator'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

const seed: Seed = {
  organizations: [
    {
      slug: 'acme',
      customer_portal_subscription_pause: true,
      tokens: [{ token: 'polar_oat_acme' }],
      products: [
        { ref: 'team', benefits: [{ ref: 'vip', description: 'Priority support' }] },
        { ref: 'free', name: 'Free', seat_based: false },
      ],
      customers: [
        {
          ref: 'jane',
          email: 'jane@example.com',
          external_id: 'cus_jane',
          payment_method: 'ok',
          owner_ref: 'owner',
          members: [{ ref: 'alice', email: 'alice@example.com', external_id: 'usr_alice' }],
        },
      ],
      subscriptions: [
        { ref: 'sub', seats: 10, metadata: { plan: 'gold' }, roster: [{ email: 'alice@example.com' }] },
        { ref: 'other', seats: 2, started_at: '2026-01-01T00:00:00Z' },
      ],
      webhooks: [{ handler: () => new Response('taken') }],
    },
  ],
}

let emulator: Emulator
const createClient = (accessToken: string) => createPolar({ accessToken, baseUrl: emulator.url })

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, seed })
})
beforeEach(() => {
  emulator.reset(seed)
})
afterAll(() => emulator.close())

test('SDK 1.x filters subscriptions by metadata and date, and sorts them', async () => {
  const { subscriptions } = createClient('polar_oat_acme')
  const ids = async (query: Parameters<typeof subscriptions.list>[0]) =>
    (await subscriptions.list(query)).items.map(({ id }) => id)
  const [sub, other] = [emulator.ref('acme/sub'), emulator.ref('acme/other')]
  expect(await ids({})).toEqual([sub, other])
  expect(await ids({ sorting: ['amount'] })).toEqual([other, sub])
  expect(await ids({ metadata: { plan: 'gold' } })).toEqual([sub])
  expect(await ids({ started_before: '2026-02-01T00:00:00Z' })).toEqual([other])
})

test('SDK 1.x subscribes a customer to a free product', async () => {
  const { subscriptions } = createClient('polar_oat_acme')
  const product_id = emulator.ref('acme/free')
  const created = await subscriptions.create({ product_id, external_customer_id: 'cus_jane' })
  expect(created).toMatchObject({ status: 'active', amount: 0, product: { name: 'Free' } })
})

test('SDK 1.x pauses and resumes a subscription in the portal', async () => {
  const { subscriptions } = createClient(emulator.session('acme/jane')).customerPortal
  const id = emulator.ref('acme/sub')
  expect(await subscriptions.update(id, { pause_at_period_end: true })).toMatchObject({ pause_at_period_end: true })
  emulator.lifecycle('acme/sub', 'period_end')
  expect(await subscriptions.update(id, { resume: true })).toMatchObject({ status: 'active' })
})

test('SDK 1.x reads the benefits of a seat', async () => {
  const { benefitGrants } = createClient(emulator.session('acme/jane', { member: 'alice' })).customerPortal
  const { items } = await benefitGrants.list({})
  expect(items).toMatchObject([{ is_granted: true, benefit: { description: 'Priority support' } }])
  expect(await benefitGrants.get(items[0]?.id ?? '')).toEqual(items[0])
  const polar = createClient('polar_oat_acme')
  expect((await polar.benefitGrants.list({ is_granted: true })).items).toMatchObject([{ id: items[0]?.id }])
  const subscription = await polar.subscriptions.get(emulator.ref('acme/sub'))
  expect(subscription.product.benefits).toMatchObject([{ description: 'Priority support', visibility: 'public' }])
})

test('SDK 1.x reads and changes an organization', async () => {
  const { organizations } = createClient('polar_oat_acme')
  const id = emulator.ref('acme')
  expect((await organizations.list({})).items).toEqual([await organizations.get(id)])
  expect(await organizations.update(id, { name: 'Acme Ltd' })).toMatchObject({ id, name: 'Acme Ltd' })
  await expect(organizations.update(id, { name: 'ab' })).rejects.toMatchObject({ statusCode: 422 })
})

test('SDK 1.x reads webhook deliveries, and sends an event again', async () => {
  const { webhooks, customerSeats } = createClient('polar_oat_acme')
  await customerSeats.assignSeat({ subscription_id: emulator.ref('acme/sub'), email: 'bob@example.com' })
  await emulator.delivered()
  const { items } = await webhooks.listWebhookDeliveries({ succeeded: true, event_type: 'customer_seat.assigned' })
  expect(items).toMatchObject([{ http_code: 200, response: 'taken', webhook_event: { skipped: false } }])
  await webhooks.redeliverWebhookEvent(items[0]?.webhook_event.id ?? '')
  await emulator.delivered()
  expect((await webhooks.listWebhookDeliveries({})).items).toHaveLength(2)
})

test('SDK 1.x adds, reads, changes and deletes customers', async () => {
  const { customers } = createClient('polar_oat_acme')
  const ann = await customers.create({ email: 'ann@example.com', external_id: 'cus_ann', metadata: { plan: 'gold' } })
  expect(await customers.get(ann.id)).toEqual(ann)
  expect(await customers.getExternal('cus_ann')).toEqual(ann)
  expect((await customers.list({ query: 'ann@' })).items).toEqual([ann])
  expect(await customers.update(ann.id, { name: 'Ann' })).toMatchObject({ name: 'Ann' })
  expect(await customers.updateExternal('cus_ann', { metadata: {} })).toMatchObject({ name: 'Ann', metadata: {} })
  await customers.deleteExternal('cus_jane')
  await expect(customers.delete(emulator.ref('acme/jane'))).rejects.toMatchObject({ statusCode: 404 })
})
