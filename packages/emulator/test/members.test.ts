import { describe, expect, test } from 'vitest'
import { unknownId } from './support/api.ts'
import { startTestEmulator, storages } from './support/storages.ts'
import { midSeptember, teamCalls, teamSeed } from './support/team.ts'

const portalPath = '/v1/customer-portal/members'

const prepareEmulator = async (storage: (typeof storages)[number] = 'in memory') => {
  const emulator = await startTestEmulator(storage, {
    now: midSeptember,
    seed: teamSeed(),
    webhooks: [{ handler: () => new Response() }],
  })
  const team = teamCalls(emulator)
  const sessionOf = async (member: string) => ({ token: await team.session(`acme/${member}`) })
  const organizationPath = `/v1/customers/${emulator.ref('acme/jane')}/members`
  return { emulator, sessionOf, organizationPath, ...team }
}

describe.each(storages)('members, with data %s', (storage) => {
  test('adding a member twice returns the same member, and only a call with an organization token sends a webhook', async () => {
    const { sessionOf, send, events, organizationPath } = await prepareEmulator(storage)
    const bill = await sessionOf('bill')
    const first = await send('POST', portalPath, { email: 'Dan@Example.com', name: '' }, bill)
    expect(first).toMatchObject({ status: 201, body: { email: 'Dan@example.com', name: '', role: 'member' } })
    const secondAdd = await send('POST', portalPath, { email: 'dan@example.com', role: 'billing_manager' }, bill)
    expect(secondAdd).toEqual(first)
    expect(events()).toEqual([])
    const eve = { email: 'eve@example.com', external_id: 'usr_eve', name: '  Eve ' }
    expect(await send('POST', organizationPath, eve)).toMatchObject({
      status: 201,
      body: { name: 'Eve', external_id: 'usr_eve' },
    })
    expect(events()).toEqual(['member.created'])
    expect((await send('GET', '/v1/customers/external/cus_jane/members/usr_eve')).body).toMatchObject({ name: 'Eve' })
  })

  test('removing a member revokes their seats and ends their session', async () => {
    const { emulator, sessionOf, send, events, eventData } = await prepareEmulator(storage)
    const alice = await sessionOf('alice')
    const ownSubscriptionsPath = '/v1/customer-portal/seats/subscriptions'
    expect((await send('GET', ownSubscriptionsPath, undefined, alice)).body['pagination']).toEqual({
      total_count: 1,
      max_page: 1,
    })
    const removed = await send(
      'DELETE',
      `${portalPath}/${emulator.ref('acme/alice')}`,
      undefined,
      await sessionOf('owner'),
    )
    expect(removed).toEqual({ status: 204, body: undefined })
    expect(events()).toEqual(['member.deleted', 'customer_seat.revoked'])
    expect(eventData('customer_seat.revoked')).toMatchObject([
      { member: { email: 'alice@example.com' }, member_id: null },
    ])
    expect(await send('GET', ownSubscriptionsPath, undefined, alice)).toMatchObject({
      status: 401,
      body: { error: 'invalid_token' },
    })
    const list = await send('GET', `/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`)
    expect(list.body).toMatchObject({ available_seats: 2 })
  })

  test('a member with a new email keeps the seat, and the invitation stays valid', async () => {
    const { emulator, send, organizationPath } = await prepareEmulator(storage)
    const list = await send('GET', `/v1/members/?customer_id=${emulator.ref('acme/jane')}&limit=100`)
    const bob = (list.body['items'] as unknown as Array<{ id: string; email: string }>).find(
      ({ email }) => email === 'bob@example.com',
    )
    const token = emulator.outbox('bob@example.com')[0]?.invitation_token
    expect((await send('PATCH', `${organizationPath}/${bob?.id}`, { email: 'rob@example.com' })).status).toBe(200)
    const claimed = await send('POST', '/v1/customer-seats/claim', { invitation_token: token }, { token: null })
    expect(claimed.body['seat']).toMatchObject({ email: 'rob@example.com', member: { email: 'rob@example.com' } })
  })
})

test('if another member becomes the owner, the previous owner becomes a billing manager', async () => {
  const { emulator, sessionOf, send, organizationPath, events } = await prepareEmulator()
  const [owner, bill] = [await sessionOf('owner'), await sessionOf('bill')]
  const path = (ref: string) => `${portalPath}/${emulator.ref(`acme/${ref}`)}`
  const ownerRole = { role: 'owner' }
  expect((await send('PATCH', path('alice'), ownerRole, bill)).body['detail']).toMatchObject([
    { msg: 'Only the owner can transfer ownership.' },
  ])
  expect((await send('PATCH', path('owner'), { role: 'member' }, owner)).body['detail']).toMatchObject([
    { msg: 'You cannot modify your own role.' },
  ])
  expect((await send('PATCH', path('bill'), ownerRole, owner)).body).toMatchObject({ role: 'owner' })
  expect(events()).toEqual(['member.updated'])
  expect((await send('GET', `${organizationPath}/${emulator.ref('acme/owner')}`)).body).toMatchObject({
    role: 'billing_manager',
  })
  expect((await send('DELETE', path('bill'), undefined, owner)).body['detail']).toMatchObject([{ loc: ['body'] }])
  expect((await send('PATCH', `${organizationPath}/${emulator.ref('acme/alice')}`, ownerRole)).body).toMatchObject({
    role: 'owner',
  })
})

test.each([
  ['GET', portalPath],
  ['POST', portalPath],
  ['PATCH', `${portalPath}/${unknownId}`],
  ['DELETE', `${portalPath}/${unknownId}`],
])('%s %s is for owners and billing managers of a team', async (method, path) => {
  const { emulator, sessionOf, send } = await prepareEmulator()
  const body = method === 'GET' || method === 'DELETE' ? undefined : { email: 'a@example.com' }
  expect((await send(method, path, body, await sessionOf('alice'))).body).toEqual({
    error: 'NotPermitted',
    detail: 'Insufficient role for this operation',
  })
  expect((await send(method, path, body)).status).toBe(401)
  const sam = await send('POST', '/v1/customer-sessions/', { customer_id: emulator.ref('acme/solo_customer') })
  const individual = await send(method, path, body, { token: String(sam.body['token']) })
  expect(individual.body['detail']).toMatch(/only available for team customers/)
})

test('without the member model, the session of a customer can list seats but no members', async () => {
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
  const emulator = await startTestEmulator('in memory', { seed })
  const { send } = teamCalls(emulator)
  const session = await send('POST', '/v1/customer-sessions/', { customer_id: emulator.ref('acme/jane') })
  const jane = { token: String(session.body['token']) }
  expect((await send('GET', portalPath, undefined, jane)).status).toBe(401)
  const subscriptions = await send('GET', '/v1/customer-portal/seats/subscriptions', undefined, jane)
  expect(subscriptions.body['pagination']).toEqual({ total_count: 1, max_page: 1 })
  const user = await send('GET', '/v1/customer-portal/customer-session/user', undefined, jane)
  expect(user.body).toMatchObject({ type: 'customer', email: 'jane@example.com', role: null, member_id: null })
})

test.each([
  ['?customer_id=nope', 404],
  [`?customer_id=${unknownId}`, 200],
  ['?role=boss', 422],
  ['?page=0', 422],
  ['?limit=x', 422],
  ['?limit=1000&role=owner', 200],
])('GET /v1/members/%s is answered with %i', async (query, status) => {
  const { send } = await prepareEmulator()
  expect((await send('GET', `/v1/members/${query}`)).status).toBe(status)
})

test('Polar’s older paths for members work', async () => {
  const { emulator, send } = await prepareEmulator()
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
