import { expect, test } from 'vitest'
import { startTestEmulator } from '../support/storages.ts'
import { midSeptember, teamCalls, teamSeed, type Json } from '../support/team.ts'

const stateChanged = 'customer.state_changed'

const prepareEmulator = async (organization: Parameters<typeof teamSeed>[0] = {}) => {
  const emulator = await startTestEmulator('in memory', {
    now: midSeptember,
    seed: teamSeed(organization),
    webhooks: [{ handler: () => new Response(null, { status: 200 }) }],
  })
  const janePath = `/v1/customers/${emulator.ref('acme/jane')}`
  const readRoster = async () => {
    const { body } = await teamCalls(emulator).send(
      'GET',
      `/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`,
    )
    return body['seats'] as Json[]
  }
  return { emulator, janePath, readRoster, ...teamCalls(emulator) }
}

test('a deleted customer is shown as deleted, on the subscription and in webhooks', async () => {
  const { janePath, send, getSubscription, events, eventData } = await prepareEmulator()
  expect((await send('DELETE', janePath)).status).toBe(204)
  const deletedCustomer = { deleted_at: expect.any(String), external_id: null, email: 'jane@example.com' }
  expect((await getSubscription()).body['customer']).toMatchObject({
    ...deletedCustomer,
    modified_at: expect.any(String),
  })
  expect(eventData('customer.deleted')).toMatchObject([deletedCustomer])
  expect(eventData(stateChanged)[0]).toMatchObject(deletedCustomer)
  expect(events().slice(events().indexOf('customer.deleted'))[1]).toBe(stateChanged)
})

test.each([
  ['?anonymize=true', /^[0-9a-f]{64}@anonymized\.invalid$/, /^[0-9a-f]{64}$/],
  ['?anonymize=false', /^jane@example\.com$/, /^Jane$/],
])('DELETE with %s decides whether the email and name of a customer are kept', async (query, email, name) => {
  const { janePath, send, getSubscription, eventData, emulator } = await prepareEmulator()
  await send('PATCH', janePath, { name: 'Jane' })
  expect((await send('DELETE', `${janePath}${query}`)).status).toBe(204)
  const deletedCustomer = {
    email: expect.stringMatching(email),
    name: expect.stringMatching(name),
    deleted_at: expect.any(String),
  }
  expect((await getSubscription()).body['customer']).toMatchObject(deletedCustomer)
  expect(eventData('customer.deleted')).toMatchObject([deletedCustomer])
  expect(JSON.stringify(emulator.outbox()).includes('jane@example.com')).toBe(query === '?anonymize=false')
})

test('without seat-based pricing, members and customers can still be deleted', async () => {
  const { emulator, janePath, send } = await prepareEmulator({ seat_based_pricing_enabled: false })
  expect((await send('DELETE', `${janePath}/members/${emulator.ref('acme/alice')}`)).status).toBe(204)
  expect((await send('DELETE', janePath)).status).toBe(204)
})

test("a member's new email changes modified_at of their seats, a new name does not", async () => {
  const { emulator, janePath, send, readRoster } = await prepareEmulator()
  const alicePath = `${janePath}/members/${emulator.ref('acme/alice')}`
  const readSeatOfAlice = async () =>
    (await readRoster()).find(({ member }) => (member as Json)['external_id'] === 'usr_alice')
  const before = await readSeatOfAlice()
  emulator.advance(60)
  await send('PATCH', alicePath, { name: 'Alice' })
  expect((await readSeatOfAlice())?.['modified_at']).toBe(before?.['modified_at'])
  await send('PATCH', alicePath, { email: 'ali@example.com' })
  expect((await readSeatOfAlice())?.['modified_at']).not.toBe(before?.['modified_at'])
})

test('an individual who buys seats becomes a team, and webhooks tell so', async () => {
  const { emulator, updateSubscription, events, eventData } = await prepareEmulator()
  await updateSubscription({ product_id: emulator.ref('acme/pro'), proration_behavior: 'prorate' }, 'acme/solosub')
  const eventTypes = events()
  expect(eventTypes.slice(eventTypes.indexOf('customer.updated'))).toEqual([
    'customer.updated',
    stateChanged,
    stateChanged,
  ])
  expect(eventData('customer.updated')).toMatchObject([{ email: 'sam@example.com', type: 'team' }])
})

test("the list of members accepts every UUID that Python's UUID() does", async () => {
  const { emulator, send } = await prepareEmulator()
  const id = String(emulator.ref('acme/jane'))
  for (const form of [`{${id}}`, `urn:uuid:${id}`, id.replaceAll('-', ''), id.toUpperCase(), `-${id}-`]) {
    const { body } = await send('GET', `/v1/members/?customer_id=${encodeURIComponent(form)}`)
    expect([form, body['pagination']]).toEqual([form, { total_count: 4, max_page: 1 }])
  }
  expect((await send('GET', `/v1/members/?customer_id=${id}0`)).status).toBe(404)
})

test('public_name does not split an emoji', async () => {
  const { getSubscription } = await prepareEmulator({
    customers: [{ ref: 'jane', email: 'jane@example.com', name: '🦊 Jane' }],
    subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 3 }],
  })
  expect((await getSubscription()).body['user']).toMatchObject({ public_name: '🦊' })
})

test('without seat-based pricing, a DELETE of a revoked seat succeeds in the portal, but not with an organization token', async () => {
  const roster = [{ ref: 'gone', email: 'alice@example.com', status: 'revoked' as const }]
  const { emulator, send, session } = await prepareEmulator({
    seat_based_pricing_enabled: false,
    subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 3, roster }],
  })
  const token = await session('acme/owner')
  const id = emulator.ref('acme/gone')
  expect((await send('DELETE', `/v1/customer-portal/seats/${id}`, undefined, { token })).status).toBe(200)
  expect((await send('DELETE', `/v1/customer-seats/${id}`)).status).toBe(403)
})
