import { expect, test } from 'vitest'
import type { ProductSeed } from '../src/seed/schema/Seed.ts'
import { startTestEmulator } from './support/storages.ts'
import { teamCalls } from './support/team.ts'

const [stateChanged, grantCreated, grantRevoked] = [
  'customer.state_changed',
  'benefit_grant.created',
  'benefit_grant.revoked',
]
const benefits = [{ ref: 'vip', description: 'Priority support' }]

async function prepareEmulator(product: ProductSeed = {}) {
  const emulator = await startTestEmulator('in memory', {
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          products: [
            { ref: 'team', benefits, ...product },
            { ref: 'plain', name: 'Plain' },
          ],
          customers: [
            {
              ref: 'jane',
              email: 'jane@example.com',
              external_id: 'cus_jane',
              owner_ref: 'owner',
              type: 'team',
              members: [{ ref: 'ann', email: 'ann@example.com' }],
            },
          ],
          subscriptions: [
            {
              ref: 'sub',
              product: 'team',
              seats: 5,
              roster: product.seat_based === false ? [] : [{ ref: 'annseat', email: 'ann@example.com' }],
            },
          ],
        },
        { slug: 'other', tokens: [{ token: 'polar_oat_other' }] },
      ],
    },
    webhooks: [{ handler: () => new Response() }],
  })
  const team = teamCalls(emulator)
  let seenCount = 0
  const newEvents = () => {
    const allEvents = team.events()
    const unseenEvents = allEvents.slice(seenCount)
    seenCount = allEvents.length
    return unseenEvents
  }
  const listGrants = async (query = '', caller?: { token: string }) => {
    const { body } = await team.send('GET', `/v1/benefit-grants/${query}`, undefined, caller)
    return (body['items'] ?? []) as unknown as Array<{ id: string; member: { email: string }; is_granted: boolean }>
  }
  const grantHolders = async () => (await listGrants('?is_granted=true')).map(({ member }) => member.email).toSorted()
  const stateGrants = async () => {
    const { body } = await team.send('GET', `/v1/customers/${emulator.ref('acme/jane')}/state`)
    return body['granted_benefits'] as unknown as Array<{ benefit_id: string }>
  }
  return { emulator, newEvents, listGrants, grantHolders, stateGrants, ...team }
}

test('benefits are granted by a claim and revoked with the seat, and a new claim renews the same grant', async () => {
  const { emulator, newEvents, listGrants, grantHolders, stateGrants, send, eventData } = await prepareEmulator()
  expect(await grantHolders()).toEqual(['ann@example.com'])
  const seat = { subscription_id: emulator.ref('acme/sub'), email: 'bob@example.com' }
  await send('POST', '/v1/customer-seats', seat)
  expect([await grantHolders(), newEvents()]).toEqual([['ann@example.com'], ['customer_seat.assigned']])
  const claim = { invitation_token: emulator.outbox('bob@example.com')[0]?.invitation_token }
  await send('POST', '/v1/customer-seats/claim', claim)
  expect([await grantHolders(), newEvents()]).toEqual([
    ['ann@example.com', 'bob@example.com'],
    ['customer_seat.claimed', grantCreated, stateChanged],
  ])
  expect(await stateGrants()).toMatchObject([
    { benefit_id: emulator.ref('acme/vip'), benefit_type: 'custom' },
    { benefit_id: emulator.ref('acme/vip') },
  ])

  const [annGrant] = (await listGrants()).filter(({ member }) => member.email === 'ann@example.com')
  await send('DELETE', `/v1/customer-seats/${emulator.ref('acme/annseat')}`)
  expect([await grantHolders(), newEvents()]).toEqual([
    ['bob@example.com'],
    ['customer_seat.revoked', grantRevoked, stateChanged],
  ])
  expect(eventData(grantRevoked)).toMatchObject([
    {
      id: annGrant?.id,
      is_revoked: true,
      granted_at: null,
      member: { email: 'ann@example.com' },
      benefit: { description: 'Priority support', type: 'custom' },
      subscription_id: emulator.ref('acme/sub'),
      previous_properties: {},
    },
  ])
  expect((await listGrants('?is_granted=false')).map(({ id }) => id)).toEqual([annGrant?.id])
  await send('POST', '/v1/customer-seats', { ...seat, email: 'ann@example.com', immediate_claim: true })
  expect(newEvents()).toEqual(['customer_seat.claimed', grantCreated, stateChanged])
  expect((await listGrants()).filter(({ id, is_granted }) => id === annGrant?.id && is_granted)).toHaveLength(1)
})

test("a failed payment sends the customer's state twice, and the first state still lists the benefits", async () => {
  const { emulator, newEvents, grantHolders, eventData } = await prepareEmulator()
  emulator.lifecycle('acme/sub', 'payment_failed')
  const lapseEvents = [
    'subscription.updated',
    'subscription.past_due',
    'customer_seat.revoked',
    stateChanged,
    grantRevoked,
    stateChanged,
  ]
  expect([await grantHolders(), newEvents()]).toEqual([[], lapseEvents])
  expect(eventData(stateChanged).map((data) => (data['granted_benefits'] as unknown as object[]).length)).toEqual([
    1, 0,
  ])
  emulator.lifecycle('acme/sub', 'payment_recovered')
  expect([await grantHolders(), newEvents()]).toEqual([
    [],
    ['subscription.updated', 'subscription.active', stateChanged],
  ])
})

test('if the product is not seat-based, the paying customer has the benefits while the subscription is active', async () => {
  const { emulator, newEvents, grantHolders } = await prepareEmulator({ seat_based: false, amount: 900 })
  expect(await grantHolders()).toEqual(['jane@example.com'])
  emulator.lifecycle('acme/sub', 'payment_failed')
  expect([await grantHolders(), newEvents()]).toEqual([
    [],
    ['subscription.updated', 'subscription.past_due', stateChanged, grantRevoked, stateChanged],
  ])
  emulator.lifecycle('acme/sub', 'payment_recovered')
  expect(await grantHolders()).toEqual(['jane@example.com'])
})

test('a change of the product revokes the benefits of the old product', async () => {
  const { emulator, grantHolders, send } = await prepareEmulator()
  const change = { product_id: emulator.ref('acme/plain'), proration_behavior: 'prorate' }
  expect(await send('PATCH', `/v1/subscriptions/${emulator.ref('acme/sub')}`, change)).toMatchObject({ status: 200 })
  expect(await grantHolders()).toEqual([])
})

test('the grants of a removed member are revoked, and still show the member', async () => {
  const { emulator, newEvents, listGrants, send, eventData } = await prepareEmulator()
  const ann = `/v1/customers/${emulator.ref('acme/jane')}/members/${emulator.ref('acme/ann')}`
  expect(await send('DELETE', ann)).toMatchObject({ status: 204 })
  expect(newEvents()).toEqual(['member.deleted', 'customer_seat.revoked', grantRevoked, stateChanged])
  const revoked = [{ member: { email: 'ann@example.com' }, is_granted: false, is_revoked: true }]
  expect([await listGrants(), eventData(grantRevoked)]).toMatchObject([revoked, revoked])
})

test('a paid renewal sends benefit_grant.cycled for each grant', async () => {
  const freePrice = { tiers: [{ min_seats: 1, max_seats: null, price_per_seat: 0 }] }
  const { emulator, newEvents, listGrants } = await prepareEmulator({ price: freePrice })
  newEvents()
  emulator.lifecycle('acme/sub', 'period_end')
  expect(newEvents().slice(-3)).toEqual([stateChanged, 'benefit_grant.cycled', stateChanged])
  expect(await listGrants()).toMatchObject([{ is_granted: true, modified_at: expect.any(String) }])
})

test('the list of grants has only grants of the organization, can be filtered by customer, and has pages', async () => {
  const { emulator, listGrants, send } = await prepareEmulator()
  expect(await listGrants('', { token: 'polar_oat_other' })).toEqual([])
  expect(await listGrants(`?customer_id=${emulator.ref('acme/jane')}&customer_id=${crypto.randomUUID()}`)).toHaveLength(
    1,
  )
  expect(await listGrants(`?customer_id=${crypto.randomUUID()}`)).toEqual([])
  expect(await listGrants('?external_customer_id=cus_jane')).toHaveLength(1)
  expect(await listGrants('?page=2')).toEqual([])
  expect(await send('GET', '/v1/benefit-grants/?customer_id=nope&is_granted=perhaps&page=0')).toMatchObject({
    status: 422,
  })
})

test('deleting a customer ends their subscriptions and sessions, removes their members and revokes the seats', async () => {
  const { emulator, newEvents, listGrants, send } = await prepareEmulator()
  const token = emulator.session('acme/jane')
  const path = `/v1/customers/${emulator.ref('acme/jane')}`
  expect(await send('DELETE', path, undefined, { token: 'polar_oat_other' })).toMatchObject({ status: 404 })
  expect(await send('DELETE', path)).toMatchObject({ status: 204 })
  const cancelEvents = ['subscription.updated', 'subscription.canceled', 'subscription.revoked']
  expect(newEvents()).toEqual([
    'member.deleted',
    'member.deleted',
    ...cancelEvents,
    'customer_seat.revoked',
    'customer.deleted',
    stateChanged,
    stateChanged,
    grantRevoked,
    stateChanged,
  ])
  expect(await listGrants()).toMatchObject([{ is_revoked: true, customer: { deleted_at: expect.any(String) } }])
  const list = await send('GET', `/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`)
  expect(list.body).toMatchObject({ available_seats: 5, seats: [{ status: 'revoked' }] })
  expect(await send('GET', `/v1/subscriptions/${emulator.ref('acme/sub')}`)).toMatchObject({
    status: 200,
    body: { status: 'canceled' },
  })
  expect(await send('GET', `${path}/state`)).toMatchObject({ status: 404 })
  expect(await send('DELETE', path)).toMatchObject({ status: 404 })
  const user = '/v1/customer-portal/customer-session/user'
  expect(await send('GET', user, undefined, { token })).toMatchObject({ status: 401 })
  expect(await send('GET', `/v1/members/?customer_id=${emulator.ref('acme/jane')}`)).toMatchObject({
    body: { items: [] },
  })
})

test("an organization's subscriptions are listed and filtered", async () => {
  const { emulator, send } = await prepareEmulator()
  const subscriptionIds = async (query = '', caller?: { token: string }) => {
    const { body } = await send('GET', `/v1/subscriptions/${query}`, undefined, caller)
    return (body['items'] as unknown as Array<{ id: string }>).map(({ id }) => id)
  }
  const expectedIds = [emulator.ref('acme/sub')]
  expect(await subscriptionIds()).toEqual(expectedIds)
  expect(await subscriptionIds('', { token: 'polar_oat_other' })).toEqual([])
  for (const [query, foundIds] of [
    [`customer_id=${emulator.ref('acme/jane')}`, expectedIds],
    [`customer_id=${crypto.randomUUID()}`, []],
    ['external_customer_id=cus_jane', expectedIds],
    [`product_id=${emulator.ref('acme/plain')}&product_id=${emulator.ref('acme/team')}`, expectedIds],
    [`product_id=${emulator.ref('acme/plain')}`, []],
    ['status=past_due&status=active', expectedIds],
    ['status=canceled', []],
    ['active=true', expectedIds],
    ['active=false', []],
    ['cancel_at_period_end=false', expectedIds],
    ['page=2', []],
  ] as const) {
    expect([query, await subscriptionIds(`?${query}`)]).toEqual([query, foundIds])
  }
  expect(await send('GET', '/v1/subscriptions/?status=asleep')).toMatchObject({
    status: 422,
    body: {
      detail: [
        { type: 'enum', loc: ['query', 'status', 'str-enum[SubscriptionStatus]'] },
        { type: 'enum', loc: ['query', 'status', expect.any(String), 0] },
      ],
    },
  })
  const { body } = await send('GET', `/v1/subscriptions/${expectedIds[0]}`)
  const list = await send('GET', '/v1/subscriptions/?limit=1')
  expect(list.body).toEqual({ items: [body], pagination: { total_count: 1, max_page: 1 } })
})

test.each(['past_due', 'canceled', 'paused', 'unpaid'] as const)(
  'a seat of a %s subscription can be assigned and claimed',
  async (status) => {
    const emulator = await startTestEmulator('in memory', {
      seed: {
        organizations: [
          { slug: 'acme', tokens: [{ token: 'polar_oat_acme' }], subscriptions: [{ ref: 'sub', status }] },
        ],
      },
    })
    const { send } = teamCalls(emulator)
    const seat = { subscription_id: emulator.ref('acme/sub'), email: 'bob@example.com' }
    expect(await send('POST', '/v1/customer-seats', seat)).toMatchObject({ status: 200, body: { status: 'pending' } })
    const claim = { invitation_token: emulator.outbox('bob@example.com')[0]?.invitation_token }
    const claimed = await send('POST', '/v1/customer-seats/claim', claim)
    expect(claimed).toMatchObject({ status: 200, body: { seat: { status: 'claimed' } } })
  },
)
