import { expect, test } from 'vitest'
import type { ProductSeed } from '../src/seed/schema/Seed.ts'
import { start } from './support/storages.ts'
import { teamOf } from './support/team.ts'

const [state, created, ended] = ['customer.state_changed', 'benefit_grant.created', 'benefit_grant.revoked']
const benefits = [{ ref: 'vip', description: 'Priority support' }]

async function prepare(product: ProductSeed = {}) {
  const emulator = await start('in memory', {
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
  const team = teamOf(emulator)
  let seen = 0
  const news = () => {
    const all = team.events()
    const fresh = all.slice(seen)
    seen = all.length
    return fresh
  }
  const grants = async (query = '', caller?: { token: string }) => {
    const { body } = await team.send('GET', `/v1/benefit-grants/${query}`, undefined, caller)
    return (body['items'] ?? []) as unknown as Array<{ id: string; member: { email: string }; is_granted: boolean }>
  }
  const held = async () => (await grants('?is_granted=true')).map(({ member }) => member.email).toSorted()
  const stateGrants = async () => {
    const { body } = await team.send('GET', `/v1/customers/${emulator.ref('acme/jane')}/state`)
    return body['granted_benefits'] as unknown as Array<{ benefit_id: string }>
  }
  return { emulator, news, grants, held, stateGrants, ...team }
}

test('benefits follow claims and revocations, and the same grant comes back', async () => {
  const { emulator, news, grants, held, stateGrants, send, eventData } = await prepare()
  expect(await held()).toEqual(['ann@example.com'])
  const seat = { subscription_id: emulator.ref('acme/sub'), email: 'bob@example.com' }
  await send('POST', '/v1/customer-seats', seat)
  expect([await held(), news()]).toEqual([['ann@example.com'], ['customer_seat.assigned']])
  const claim = { invitation_token: emulator.outbox('bob@example.com')[0]?.invitation_token }
  await send('POST', '/v1/customer-seats/claim', claim)
  expect([await held(), news()]).toEqual([
    ['ann@example.com', 'bob@example.com'],
    ['customer_seat.claimed', created, state],
  ])
  expect(await stateGrants()).toMatchObject([
    { benefit_id: emulator.ref('acme/vip'), benefit_type: 'custom' },
    { benefit_id: emulator.ref('acme/vip') },
  ])

  const [first] = (await grants()).filter(({ member }) => member.email === 'ann@example.com')
  await send('DELETE', `/v1/customer-seats/${emulator.ref('acme/annseat')}`)
  expect([await held(), news()]).toEqual([['bob@example.com'], ['customer_seat.revoked', ended, state]])
  expect(eventData(ended)).toMatchObject([
    {
      id: first?.id,
      is_revoked: true,
      granted_at: null,
      member: { email: 'ann@example.com' },
      benefit: { description: 'Priority support', type: 'custom' },
      subscription_id: emulator.ref('acme/sub'),
      previous_properties: {},
    },
  ])
  expect((await grants('?is_granted=false')).map(({ id }) => id)).toEqual([first?.id])
  await send('POST', '/v1/customer-seats', { ...seat, email: 'ann@example.com', immediate_claim: true })
  expect(news()).toEqual(['customer_seat.claimed', created, state])
  expect((await grants()).filter(({ id, is_granted }) => id === first?.id && is_granted)).toHaveLength(1)
})

test('when a payment fails, the state is sent twice, first with the benefits that end', async () => {
  const { emulator, news, held, eventData } = await prepare()
  emulator.lifecycle('acme/sub', 'payment_failed')
  const lapse = ['subscription.updated', 'subscription.past_due', 'customer_seat.revoked', state, ended, state]
  expect([await held(), news()]).toEqual([[], lapse])
  expect(eventData(state).map((data) => (data['granted_benefits'] as unknown as object[]).length)).toEqual([1, 0])
  emulator.lifecycle('acme/sub', 'payment_recovered')
  expect([await held(), news()]).toEqual([[], ['subscription.updated', 'subscription.active', state]])
})

test('without seats the payer has the benefits while the subscription is active', async () => {
  const { emulator, news, held } = await prepare({ seat_based: false, amount: 900 })
  expect(await held()).toEqual(['jane@example.com'])
  emulator.lifecycle('acme/sub', 'payment_failed')
  expect([await held(), news()]).toEqual([[], ['subscription.updated', 'subscription.past_due', state, ended, state]])
  emulator.lifecycle('acme/sub', 'payment_recovered')
  expect(await held()).toEqual(['jane@example.com'])
})

test("a change of the product ends the old product's benefits", async () => {
  const { emulator, held, send } = await prepare()
  const change = { product_id: emulator.ref('acme/plain'), proration_behavior: 'prorate' }
  expect(await send('PATCH', `/v1/subscriptions/${emulator.ref('acme/sub')}`, change)).toMatchObject({ status: 200 })
  expect(await held()).toEqual([])
})

test('the grants of a removed member are revoked, and still show the member', async () => {
  const { emulator, news, grants, send, eventData } = await prepare()
  const ann = `/v1/customers/${emulator.ref('acme/jane')}/members/${emulator.ref('acme/ann')}`
  expect(await send('DELETE', ann)).toMatchObject({ status: 204 })
  expect(news()).toEqual(['member.deleted', 'customer_seat.revoked', ended, state])
  const revoked = [{ member: { email: 'ann@example.com' }, is_granted: false, is_revoked: true }]
  expect([await grants(), eventData(ended)]).toMatchObject([revoked, revoked])
})

test('a paid renewal sends benefit_grant.cycled for each grant', async () => {
  const free = { tiers: [{ min_seats: 1, max_seats: null, price_per_seat: 0 }] }
  const { emulator, news, grants } = await prepare({ price: free })
  news()
  emulator.lifecycle('acme/sub', 'period_end')
  expect(news().slice(-3)).toEqual([state, 'benefit_grant.cycled', state])
  expect(await grants()).toMatchObject([{ is_granted: true, modified_at: expect.any(String) }])
})

test('grants are listed for their organization, by customer and in pages', async () => {
  const { emulator, grants, send } = await prepare()
  expect(await grants('', { token: 'polar_oat_other' })).toEqual([])
  expect(await grants(`?customer_id=${emulator.ref('acme/jane')}&customer_id=${crypto.randomUUID()}`)).toHaveLength(1)
  expect(await grants(`?customer_id=${crypto.randomUUID()}`)).toEqual([])
  expect(await grants('?external_customer_id=cus_jane')).toHaveLength(1)
  expect(await grants('?page=2')).toEqual([])
  expect(await send('GET', '/v1/benefit-grants/?customer_id=nope&is_granted=perhaps&page=0')).toMatchObject({
    status: 422,
  })
})

test('a customer who is deleted loses subscriptions, members, seats and sessions', async () => {
  const { emulator, news, grants, send } = await prepare()
  const token = emulator.session('acme/jane')
  const path = `/v1/customers/${emulator.ref('acme/jane')}`
  expect(await send('DELETE', path, undefined, { token: 'polar_oat_other' })).toMatchObject({ status: 404 })
  expect(await send('DELETE', path)).toMatchObject({ status: 204 })
  const canceled = ['subscription.updated', 'subscription.canceled', 'subscription.revoked']
  expect(news()).toEqual([
    'member.deleted',
    'member.deleted',
    ...canceled,
    'customer_seat.revoked',
    'customer.deleted',
    state,
    state,
    ended,
    state,
  ])
  expect(await grants()).toMatchObject([{ is_revoked: true, customer: { deleted_at: expect.any(String) } }])
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
  const { emulator, send } = await prepare()
  const ids = async (query = '', caller?: { token: string }) => {
    const { body } = await send('GET', `/v1/subscriptions/${query}`, undefined, caller)
    return (body['items'] as unknown as Array<{ id: string }>).map(({ id }) => id)
  }
  const mine = [emulator.ref('acme/sub')]
  expect(await ids()).toEqual(mine)
  expect(await ids('', { token: 'polar_oat_other' })).toEqual([])
  for (const [query, found] of [
    [`customer_id=${emulator.ref('acme/jane')}`, mine],
    [`customer_id=${crypto.randomUUID()}`, []],
    ['external_customer_id=cus_jane', mine],
    [`product_id=${emulator.ref('acme/plain')}&product_id=${emulator.ref('acme/team')}`, mine],
    [`product_id=${emulator.ref('acme/plain')}`, []],
    ['status=past_due&status=active', mine],
    ['status=canceled', []],
    ['active=true', mine],
    ['active=false', []],
    ['cancel_at_period_end=false', mine],
    ['page=2', []],
  ] as const) {
    expect([query, await ids(`?${query}`)]).toEqual([query, found])
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
  const { body } = await send('GET', `/v1/subscriptions/${mine[0]}`)
  const list = await send('GET', '/v1/subscriptions/?limit=1')
  expect(list.body).toEqual({ items: [body], pagination: { total_count: 1, max_page: 1 } })
})

test.each(['past_due', 'canceled', 'paused', 'unpaid'] as const)(
  'a seat of a %s subscription is given and claimed',
  async (status) => {
    const emulator = await start('in memory', {
      seed: {
        organizations: [
          { slug: 'acme', tokens: [{ token: 'polar_oat_acme' }], subscriptions: [{ ref: 'sub', status }] },
        ],
      },
    })
    const { send } = teamOf(emulator)
    const seat = { subscription_id: emulator.ref('acme/sub'), email: 'bob@example.com' }
    expect(await send('POST', '/v1/customer-seats', seat)).toMatchObject({ status: 200, body: { status: 'pending' } })
    const claim = { invitation_token: emulator.outbox('bob@example.com')[0]?.invitation_token }
    const claimed = await send('POST', '/v1/customer-seats/claim', claim)
    expect(claimed).toMatchObject({ status: 200, body: { seat: { status: 'claimed' } } })
  },
)
