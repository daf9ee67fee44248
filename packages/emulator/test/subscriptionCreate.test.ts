import { expect, test } from 'vitest'
import { unknownId } from './support/api.ts'
import { startTestEmulator } from './support/storages.ts'
import { teamCalls } from './support/team.ts'

const tier = (price_per_seat: number, min_seats = 1) => ({ min_seats, max_seats: null, price_per_seat })

async function prepareEmulator() {
  const emulator = await startTestEmulator('in memory', {
    now: '2026-01-31T12:00:00Z',
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }, { token: 'polar_oat_reader', scopes: ['subscriptions:read'] }],
          products: [
            { ref: 'free', name: 'Free', seat_based: false },
            { ref: 'seats', name: 'Free seats', price: { tiers: [tier(0, 3)] } },
            { ref: 'paid', price: { tiers: [tier(1000)] } },
            { ref: 'fee', seat_based: false, amount: 500 },
            {
              ref: 'mixed',
              price: { type: 'volume', tiers: [{ ...tier(0), max_seats: 5 }, tier(100, 6)] },
            },
            { ref: 'once', recurring: false },
          ],
          customers: [
            { ref: 'jane', email: 'jane@example.com', external_id: 'cus_jane' },
            { ref: 'gone', email: 'gone@example.com', deleted: true },
          ],
        },
        { slug: 'rival', customers: [{ ref: 'rob' }], products: [{ ref: 'free', seat_based: false }] },
      ],
    },
    webhooks: [{ handler: () => new Response() }],
  })
  const team = teamCalls(emulator)
  const createSubscription = (body: object, options = {}) => team.send('POST', '/v1/subscriptions/', body, options)
  return { emulator, createSubscription, ...team }
}

test('a customer can be subscribed to a free product, and webhooks are sent in order', async () => {
  const { emulator, createSubscription, events, send } = await prepareEmulator()
  const created = await createSubscription({
    product_id: emulator.ref('acme/free'),
    customer_id: emulator.ref('acme/jane'),
    metadata: { plan: 'a' },
  })
  expect(created).toMatchObject({
    status: 201,
    body: {
      status: 'active',
      amount: 0,
      seats: null,
      metadata: { plan: 'a' },
      customer: { type: 'individual' },
    },
  })
  expect(String(created.body['current_period_end'])).toMatch(/^2026-02-28T12:00:00/)
  expect(events()).toEqual([
    'subscription.created',
    'subscription.active',
    'subscription.updated',
    'customer.state_changed',
  ])
  expect((await send('GET', `/v1/subscriptions/${String(created.body['id'])}`)).body).toEqual(created.body)
})

test('a free product starts with the minimum number of seats, and the customer becomes a team', async () => {
  const { emulator, createSubscription, send } = await prepareEmulator()
  const created = await createSubscription({ product_id: emulator.ref('acme/seats'), external_customer_id: 'cus_jane' })
  expect(created).toMatchObject({ status: 201, body: { seats: 3, amount: 0 } })
  const { body } = await send('GET', `/v1/customers/${emulator.ref('acme/jane')}`)
  expect(body['type']).toBe('team')
  const seat = { subscription_id: created.body['id'], email: 'bob@example.com' }
  expect((await send('POST', '/v1/customer-seats', seat)).status).toBe(200)
})

const notFreeMessage = 'Product is not free. The customer should go through a checkout to create a paid subscription.'

test.each([
  ['acme/paid', notFreeMessage],
  ['acme/fee', notFreeMessage],
  ['acme/mixed', notFreeMessage],
  ['acme/once', 'Product is not a recurring product.'],
  ['rival/free', 'Product does not exist.'],
])('a customer cannot be subscribed to the product %s', async (product, msg) => {
  const { emulator, createSubscription, events } = await prepareEmulator()
  const refused = await createSubscription({
    product_id: emulator.ref(product),
    customer_id: emulator.ref('acme/jane'),
  })
  expect(refused).toMatchObject({ status: 422, body: { detail: [{ loc: ['body', 'product_id'], msg }] } })
  expect(events()).toEqual([])
})

test('the customer of a new subscription must belong to the organization', async () => {
  const { emulator, createSubscription } = await prepareEmulator()
  const product_id = emulator.ref('acme/free')
  for (const customer_id of [emulator.ref('rival/rob'), emulator.ref('acme/gone'), unknownId]) {
    expect(await createSubscription({ product_id, customer_id })).toMatchObject({
      status: 422,
      body: { detail: [{ loc: ['body', 'customer_id'], msg: 'Customer does not exist.' }] },
    })
  }
  expect(await createSubscription({ product_id, external_customer_id: 'cus_none' })).toMatchObject({
    status: 422,
    body: { detail: [{ loc: ['body', 'external_customer_id'] }] },
  })
  expect(await createSubscription({ product_id })).toMatchObject({
    status: 422,
    body: {
      detail: [
        { loc: ['body', 'SubscriptionCreateCustomer', 'customer_id'], type: 'missing' },
        { loc: ['body', 'SubscriptionCreateExternalCustomer', 'external_customer_id'], type: 'missing' },
      ],
    },
  })
  expect((await createSubscription({}, { token: 'polar_oat_reader' })).status).toBe(403)
})
