import { describe, expect, test } from 'vitest'
import { nobody } from './support/api.ts'
import { start, storages } from './support/storages.ts'
import { inSeptember, teamOf, teamSeed } from './support/team.ts'

const portal = '/v1/customer-portal/members'

const prepare = async (storage: (typeof storages)[number] = 'in memory') => {
  const emulator = await start(storage, {
    now: inSeptember,
    seed: teamSeed(),
    webhooks: [{ handler: () => new Response() }],
  })
  const team = teamOf(emulator)
  const as = async (member: string) => ({ token: await team.session(`acme/${member}`) })
  const organization = `/v1/customers/${emulator.ref('acme/jane')}/members`
  return { emulator, as, organization, ...team }
}

describe.each(storages)('members, %s', (storage) => {
  test('are added with a webhook by the organization, without one in the portal, and only once', async () => {
    const { as, send, events, organization } = await prepare(storage)
    const bill = await as('bill')
    const first = await send('POST', portal, { email: 'Dan@Example.com', name: '' }, bill)
    expect(first).toMatchObject({ status: 201, body: { email: 'Dan@example.com', name: '', role: 'member' } })
    const again = await send('POST', portal, { email: 'dan@example.com', role: 'billing_manager' }, bill)
    expect(again).toEqual(first)
    expect(events()).toEqual([])
    const eve = { email: 'eve@example.com', external_id: 'usr_eve', name: '  Eve ' }
    expect(await send('POST', organization, eve)).toMatchObject({
      status: 201,
      body: { name: 'Eve', external_id: 'usr_eve' },
    })
    expect(events()).toEqual(['member.created'])
    expect((await send('GET', '/v1/customers/external/cus_jane/members/usr_eve')).body).toMatchObject({ name: 'Eve' })
  })

  test('lose their seats and their session when they are removed', async () => {
    const { emulator, as, send, events, eventData } = await prepare(storage)
    const alice = await as('alice')
    const mine = '/v1/customer-portal/seats/subscriptions'
    expect((await send('GET', mine, undefined, alice)).body['pagination']).toEqual({ total_count: 1, max_page: 1 })
    const removed = await send('DELETE', `${portal}/${emulator.ref('acme/alice')}`, undefined, await as('owner'))
    expect(removed).toEqual({ status: 204, body: undefined })
    expect(events()).toEqual(['member.deleted', 'customer_seat.revoked'])
    expect(eventData('customer_seat.revoked')).toMatchObject([
      { member: { email: 'alice@example.com' }, member_id: null },
    ])
    expect(await send('GET', mine, undefined, alice)).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
    const list = await send('GET', `/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`)
    expect(list.body).toMatchObject({ available_seats: 2 })
  })

  test('keep their seats with a new email, and the invitation stays valid', async () => {
    const { emulator, send, organization } = await prepare(storage)
    const list = await send('GET', `/v1/members/?customer_id=${emulator.ref('acme/jane')}&limit=100`)
    const bob = (list.body['items'] as unknown as Array<{ id: string; email: string }>).find(
      ({ email }) => email === 'bob@example.com',
    )
    const token = emulator.outbox('bob@example.com')[0]?.invitation_token
    expect((await send('PATCH', `${organization}/${bob?.id}`, { email: 'rob@example.com' })).status).toBe(200)
    const claimed = await send('POST', '/v1/customer-seats/claim', { invitation_token: token }, { token: null })
    expect(claimed.body['seat']).toMatchObject({ email: 'rob@example.com', member: { email: 'rob@example.com' } })
  })
})

test('there is always one owner: appointing another makes the former one a billing manager', async () => {
  const { emulator, as, send, organization, events } = await prepare()
  const [owner, bill] = [await as('owner'), await as('bill')]
  const path = (ref: string) => `${portal}/${emulator.ref(`acme/${ref}`)}`
  const appoint = { role: 'owner' }
  expect((await send('PATCH', path('alice'), appoint, bill)).body['detail']).toMatchObject([
    { msg: 'Only the owner can transfer ownership.' },
  ])
  expect((await send('PATCH', path('owner'), { role: 'member' }, owner)).body['detail']).toMatchObject([
    { msg: 'You cannot modify your own role.' },
  ])
  expect((await send('PATCH', path('bill'), appoint, owner)).body).toMatchObject({ role: 'owner' })
  expect(events()).toEqual(['member.updated'])
  expect((await send('GET', `${organization}/${emulator.ref('acme/owner')}`)).body).toMatchObject({
    role: 'billing_manager',
  })
  expect((await send('DELETE', path('bill'), undefined, owner)).body['detail']).toMatchObject([{ loc: ['body'] }])
  expect((await send('PATCH', `${organization}/${emulator.ref('acme/alice')}`, appoint)).body).toMatchObject({
    role: 'owner',
  })
})

test.each([
  ['GET', portal],
  ['POST', portal],
  ['PATCH', `${portal}/${nobody}`],
  ['DELETE', `${portal}/${nobody}`],
])('%s %s is for owners and billing managers of a team', async (method, path) => {
  const { emulator, as, send } = await prepare()
  const body = method === 'GET' || method === 'DELETE' ? undefined : { email: 'a@example.com' }
  expect((await send(method, path, body, await as('alice'))).body).toEqual({
    error: 'NotPermitted',
    detail: 'Insufficient role for this operation',
  })
  expect((await send(method, path, body)).status).toBe(401)
  const sam = await send('POST', '/v1/customer-sessions/', { customer_id: emulator.ref('acme/solo_customer') })
  const individual = await send(method, path, body, { token: String(sam.body['token']) })
  expect(individual.body['detail']).toMatch(/only available for team customers/)
})

test('the session of a customer, in the old model, finds seats but no members', async () => {
  const seed = {
    organizations: [
      {
        slug: 'acme',
        member_model_enabled: false,
        tokens: [{ token: 'polar_oat_acme' }],
        customers: [{ ref: 'jane', email: 'jane@example.com' }],
        subscriptions: [{ ref: 'sub', roster: [{ email: 'jane@example.com' }, { email: 'ann@example.com' }] }],
      },
    ],
  }
  const emulator = await start('in memory', { seed })
  const { send } = teamOf(emulator)
  const session = await send('POST', '/v1/customer-sessions/', { customer_id: emulator.ref('acme/jane') })
  const jane = { token: String(session.body['token']) }
  expect((await send('GET', portal, undefined, jane)).status).toBe(401)
  const mine = await send('GET', '/v1/customer-portal/seats/subscriptions', undefined, jane)
  expect(mine.body['pagination']).toEqual({ total_count: 1, max_page: 1 })
  const user = await send('GET', '/v1/customer-portal/customer-session/user', undefined, jane)
  expect(user.body).toMatchObject({ type: 'customer', email: 'jane@example.com', role: null, member_id: null })
})

test.each([
  ['?customer_id=nope', 404],
  [`?customer_id=${nobody}`, 200],
  ['?role=boss', 422],
  ['?page=0', 422],
  ['?limit=x', 422],
  ['?limit=1000&role=owner', 200],
])('a list of members %s answers %i', async (query, status) => {
  const { send } = await prepare()
  expect((await send('GET', `/v1/members/${query}`)).status).toBe(status)
})

test('the older paths still work', async () => {
  const { emulator, send } = await prepare()
  const created = await send('POST', '/v1/members/', {
    customer_id: emulator.ref('acme/jane'),
    email: 'old@example.com',
    external_id: 'old',
  })
  expect(created.status).toBe(201)
  const path = `/v1/members/${String(created.body['id'])}`
  expect((await send('PATCH', path, { name: 'Old' })).body).toMatchObject({ name: 'Old' })
  expect((await send('GET', '/v1/members/external/old?external_customer_id=cus_jane')).body).toMatchObject({
    name: 'Old',
  })
  expect((await send('GET', '/v1/members/external/old')).status).toBe(422)
  expect((await send('DELETE', path)).status).toBe(204)
  expect((await send('GET', path)).status).toBe(404)
})
