import { expect, test } from 'vitest'
import { start } from '../support/storages.ts'
import { inSeptember, teamOf, teamSeed, type Json } from '../support/team.ts'

const state = 'customer.state_changed'

const prepare = async (organization: Parameters<typeof teamSeed>[0] = {}) => {
  const emulator = await start('in memory', {
    now: inSeptember,
    seed: teamSeed(organization),
    webhooks: [{ handler: () => new Response(null, { status: 200 }) }],
  })
  const jane = `/v1/customers/${emulator.ref('acme/jane')}`
  const roster = async () => {
    const { body } = await teamOf(emulator).send(
      'GET',
      `/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`,
    )
    return body['seats'] as Json[]
  }
  return { emulator, jane, roster, ...teamOf(emulator) }
}

test('a deleted customer is shown as deleted everywhere', async () => {
  const { jane, send, get, events, eventData } = await prepare()
  expect((await send('DELETE', jane)).status).toBe(204)
  const gone = { deleted_at: expect.any(String), external_id: null, email: 'jane@example.com' }
  expect((await get()).body['customer']).toMatchObject({ ...gone, modified_at: expect.any(String) })
  expect(eventData('customer.deleted')).toMatchObject([gone])
  expect(eventData(state)[0]).toMatchObject(gone)
  expect(events().slice(events().indexOf('customer.deleted'))[1]).toBe(state)
})

test.each([
  ['?anonymize=true', /^[0-9a-f]{64}@anonymized\.invalid$/, /^[0-9a-f]{64}$/],
  ['?anonymize=false', /^jane@example\.com$/, /^Jane$/],
])('DELETE with %s decides whether the email and name of a customer are kept', async (query, email, name) => {
  const { jane, send, get, eventData, emulator } = await prepare()
  await send('PATCH', jane, { name: 'Jane' })
  expect((await send('DELETE', `${jane}${query}`)).status).toBe(204)
  const gone = {
    email: expect.stringMatching(email),
    name: expect.stringMatching(name),
    deleted_at: expect.any(String),
  }
  expect((await get()).body['customer']).toMatchObject(gone)
  expect(eventData('customer.deleted')).toMatchObject([gone])
  expect(JSON.stringify(emulator.outbox()).includes('jane@example.com')).toBe(query === '?anonymize=false')
})

test('without the seat feature, members and customers can still be deleted', async () => {
  const { emulator, jane, send } = await prepare({ seat_based_pricing_enabled: false })
  expect((await send('DELETE', `${jane}/members/${emulator.ref('acme/alice')}`)).status).toBe(204)
  expect((await send('DELETE', jane)).status).toBe(204)
})

test("a member's new email changes modified_at of their seats, a new name does not", async () => {
  const { emulator, jane, send, roster } = await prepare()
  const alice = `${jane}/members/${emulator.ref('acme/alice')}`
  const seatOfAlice = async () => (await roster()).find(({ member }) => (member as Json)['external_id'] === 'usr_alice')
  const before = await seatOfAlice()
  emulator.advance(60)
  await send('PATCH', alice, { name: 'Alice' })
  expect((await seatOfAlice())?.['modified_at']).toBe(before?.['modified_at'])
  await send('PATCH', alice, { email: 'ali@example.com' })
  expect((await seatOfAlice())?.['modified_at']).not.toBe(before?.['modified_at'])
})

test('an individual who gets seats becomes a team: customer.updated and the state are sent', async () => {
  const { emulator, change, events, eventData } = await prepare()
  await change({ product_id: emulator.ref('acme/pro'), proration_behavior: 'prorate' }, 'acme/solosub')
  const told = events()
  expect(told.slice(told.indexOf('customer.updated'))).toEqual(['customer.updated', state, state])
  expect(eventData('customer.updated')).toMatchObject([{ email: 'sam@example.com', type: 'team' }])
})

test("the list of members accepts every UUID that Python's UUID() does", async () => {
  const { emulator, send } = await prepare()
  const id = String(emulator.ref('acme/jane'))
  for (const form of [`{${id}}`, `urn:uuid:${id}`, id.replaceAll('-', ''), id.toUpperCase(), `-${id}-`]) {
    const { body } = await send('GET', `/v1/members/?customer_id=${encodeURIComponent(form)}`)
    expect([form, body['pagination']]).toEqual([form, { total_count: 4, max_page: 1 }])
  }
  expect((await send('GET', `/v1/members/?customer_id=${id}0`)).status).toBe(404)
})

test('public_name is a whole emoji, not half of one', async () => {
  const { get } = await prepare({
    customers: [{ ref: 'jane', email: 'jane@example.com', name: '🦊 Jane' }],
    subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 3 }],
  })
  expect((await get()).body['user']).toMatchObject({ public_name: '🦊' })
})

test('without the seat feature, the portal still answers the DELETE of a revoked seat', async () => {
  const roster = [{ ref: 'gone', email: 'alice@example.com', status: 'revoked' as const }]
  const { emulator, send, session } = await prepare({
    seat_based_pricing_enabled: false,
    subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 3, roster }],
  })
  const token = await session('acme/owner')
  const id = emulator.ref('acme/gone')
  expect((await send('DELETE', `/v1/customer-portal/seats/${id}`, undefined, { token })).status).toBe(200)
  expect((await send('DELETE', `/v1/customer-seats/${id}`)).status).toBe(403)
})
