import { expect, test } from 'vitest'
import { unknownId } from './support/api.ts'
import { startTestEmulator } from './support/storages.ts'
import { teamCalls, type Json } from './support/team.ts'

async function prepareEmulator() {
  const emulator = await startTestEmulator('in memory', {
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }, { token: 'polar_oat_reader', scopes: ['customers:read'] }],
          customers: [
            { ref: 'jane', email: 'jane@example.com', external_id: 'cus_jane', name: 'Jane', owner_ref: 'owner' },
            { ref: 'zoe', email: 'zoe@example.com', type: 'team' },
            { ref: 'gone', email: 'gone@example.com', deleted: true },
          ],
          subscriptions: [{ ref: 'sub', customer: 'jane' }],
        },
        {
          slug: 'rival',
          tokens: [{ token: 'polar_oat_rival' }],
          customers: [{ ref: 'rob', email: 'rob@example.com' }],
        },
      ],
    },
    webhooks: [{ handler: () => new Response() }],
  })
  const team = teamCalls(emulator)
  const listEmails = async (query = '') => {
    const { body } = await team.send('GET', `/v1/customers/${query}`)
    return (body['items'] as Json[]).map(({ email }) => email)
  }
  const createCustomer = (body: object) => team.send('POST', '/v1/customers/', body)
  const updateCustomer = (ref: string, body: object) => team.send('PATCH', `/v1/customers/${emulator.ref(ref)}`, body)
  return { emulator, listEmails, createCustomer, updateCustomer, ...team }
}

test('customers are read by their id, their external id, and as a list', async () => {
  const { emulator, send, listEmails } = await prepareEmulator()
  const path = `/v1/customers/${emulator.ref('acme/jane')}`
  const jane = await send('GET', path)
  expect(jane).toMatchObject({ status: 200, body: { email: 'jane@example.com', type: 'individual', metadata: {} } })
  expect(await send('GET', '/v1/customers/external/cus_jane')).toEqual(jane)
  expect(await listEmails()).toEqual(['zoe@example.com', 'jane@example.com'])
  for (const ref of ['acme/gone', 'rival/rob']) {
    expect((await send('GET', `/v1/customers/${emulator.ref(ref)}`)).status).toBe(404)
  }
  expect((await send('GET', '/v1/customers/external/cus_none')).status).toBe(404)
  expect((await send('GET', '/v1/customers/jane')).status).toBe(422)
})

test.each([
  ['?email=JANE@example.com', ['jane@example.com']],
  ['?query=ZOE', ['zoe@example.com']],
  ['?query=cus_', ['jane@example.com']],
  ['?query=_jane', []],
  ['?active=true', ['jane@example.com']],
  ['?active=false', ['zoe@example.com']],
  ['?sorting=email', ['jane@example.com', 'zoe@example.com']],
  ['?sorting=-name', ['zoe@example.com', 'jane@example.com']],
  ['?metadata[plan]=gold', []],
  ['?limit=1&page=2', ['jane@example.com']],
])('the list of customers with %s contains %j', async (query, expected) => {
  const { listEmails } = await prepareEmulator()
  expect(await listEmails(query)).toEqual(expected)
})

test('a new customer has an owner, and webhooks are sent for both', async () => {
  const { createCustomer, events, send, listEmails } = await prepareEmulator()
  const created = await createCustomer({
    email: ' Ann@Example.com ',
    name: 'Ann',
    external_id: 'cus_ann',
    metadata: { plan: 'gold', size: 5 },
  })
  expect(created).toMatchObject({
    status: 201,
    body: { email: 'Ann@example.com', type: 'individual', metadata: { plan: 'gold', size: 5 }, modified_at: null },
  })
  expect(events()).toEqual(['member.created', 'customer.created', 'customer.state_changed'])
  const members = await send('GET', `/v1/customers/${String(created.body['id'])}/members`)
  expect(members.body['items']).toMatchObject([
    { role: 'owner', email: 'Ann@example.com', name: 'Ann', external_id: 'cus_ann' },
  ])
  expect(await listEmails('?metadata[size]=5')).toEqual(['Ann@example.com'])
})

test('a team may have no email of its own, if it has an owner', async () => {
  const { createCustomer, send } = await prepareEmulator()
  const refused = await createCustomer({ type: 'team' })
  expect(refused).toMatchObject({ status: 422, body: { detail: [{ loc: ['body', 'team'], type: 'value_error' }] } })
  const created = await createCustomer({ type: 'team', name: 'Acme', owner: { email: 'bob@example.com', name: 'Bob' } })
  expect(created).toMatchObject({ status: 201, body: { email: null, type: 'team' } })
  const members = await send('GET', `/v1/customers/${String(created.body['id'])}/members`)
  expect(members.body['items']).toMatchObject([{ role: 'owner', email: 'bob@example.com', name: 'Bob' }])
})

test.each([
  [{}, [[['body', 'individual', 'email'], 'missing']]],
  [{ email: 'nobody' }, [[['body', 'individual', 'email'], 'value_error']]],
  [{ email: 'ann@example.com', type: 'club' }, [[['body'], 'union_tag_invalid']]],
  [{ type: 'team', owner: {} }, [[['body', 'team', 'owner', 'email'], 'missing']]],
  [
    { email: 'JANE@example.com', external_id: 'cus_jane' },
    [
      [['body', 'email'], 'value_error'],
      [['body', 'external_id'], 'value_error'],
    ],
  ],
])('a new customer with invalid fields is rejected: %j', async (body, problems) => {
  const { createCustomer, listEmails } = await prepareEmulator()
  const refused = await createCustomer(body)
  expect(refused.status).toBe(422)
  expect((refused.body['detail'] as Json[]).map(({ loc, type }) => [loc, type])).toEqual(problems)
  expect(await listEmails()).toHaveLength(2)
})

test('a new email of an individual is also the new email of their owner', async () => {
  const { emulator, updateCustomer, events, send } = await prepareEmulator()
  const changed = await updateCustomer('acme/jane', { email: 'jane@acme.com', name: null, metadata: { plan: 'gold' } })
  expect(changed).toMatchObject({
    status: 200,
    body: { email: 'jane@acme.com', name: null, metadata: { plan: 'gold' }, external_id: 'cus_jane' },
  })
  expect(events()).toEqual(['customer.updated', 'customer.state_changed'])
  const owner = await send('GET', `/v1/members/${emulator.ref('acme/owner')}`)
  expect(owner.body).toMatchObject({ email: 'jane@acme.com', role: 'owner' })
  expect(await updateCustomer('acme/jane', { type: 'team' })).toMatchObject({ status: 200, body: { type: 'team' } })
})

test.each([
  ['acme/jane', { email: 'zoe@example.com' }, 'A customer with this email address already exists.'],
  ['acme/jane', { external_id: 'cus_other' }, 'Customer external ID cannot be updated.'],
  ['acme/zoe', { external_id: 'cus_jane' }, 'A customer with this external ID already exists.'],
  ['acme/zoe', { type: 'individual' }, "Customer type cannot be downgraded from 'team' to 'individual'."],
])('%s cannot be changed with %j', async (ref, body, msg) => {
  const { updateCustomer, events } = await prepareEmulator()
  expect(await updateCustomer(ref, body)).toMatchObject({
    status: 422,
    body: { error: 'PolarRequestValidationError', detail: [{ msg }] },
  })
  expect(events()).toEqual([])
})

test('a PATCH by the external id changes neither the external id nor the type', async () => {
  const { send } = await prepareEmulator()
  const body = { name: 'J', external_id: 'other', type: 'team' }
  expect(await send('PATCH', '/v1/customers/external/cus_jane', body)).toMatchObject({
    status: 200,
    body: { name: 'J', external_id: 'cus_jane', type: 'individual' },
  })
  expect((await send('PATCH', `/v1/customers/${unknownId}`, {})).status).toBe(404)
  const reader = { token: 'polar_oat_reader' }
  expect((await send('PATCH', '/v1/customers/external/cus_jane', {}, reader)).status).toBe(403)
  expect((await send('POST', '/v1/customers/', { email: 'x@example.com' }, reader)).status).toBe(403)
})
