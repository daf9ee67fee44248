import { expect, test } from 'vitest'
import { start } from './support/storages.ts'
import { teamOf, type Json } from './support/team.ts'

const path = '/v1/customer-portal/benefit-grants/'

async function prepare() {
  const emulator = await start('in memory', {
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          products: [
            {
              ref: 'team',
              benefits: [
                { ref: 'vip', description: 'Priority support' },
                { ref: 'beta', description: 'Beta access' },
                { ref: 'secret', description: 'Hidden', visibility: 'private' },
              ],
            },
          ],
          customers: [
            {
              ref: 'jane',
              email: 'jane@example.com',
              owner_ref: 'owner',
              members: [
                { ref: 'ann', email: 'ann@example.com' },
                { ref: 'bob', email: 'bob@example.com' },
              ],
            },
          ],
          subscriptions: [
            {
              ref: 'sub',
              seats: 5,
              checkout_id: '5d6c1a2b-8f0a-4c39-9d6c-3f2f6f0e5e6f',
              roster: [{ ref: 'annseat', email: 'ann@example.com' }, { email: 'bob@example.com' }],
            },
          ],
        },
      ],
    },
  })
  const team = teamOf(emulator)
  const list = async (token: string, query = '') => {
    const { body } = await team.send('GET', `${path}${query}`, undefined, { token })
    return body['items'] as unknown as Array<{ id: string; benefit: { description: string }; member_id: string }>
  }
  const described = async (token: string, query = '') =>
    (await list(token, query)).map(({ benefit }) => benefit.description)
  return { emulator, ...team, list, described }
}

test('products show their benefits: all of them to the organization, the public ones to customers', async () => {
  const { get, send, session, emulator } = await prepare()
  const benefits = (body: Json) =>
    ((body['product'] as Json)['benefits'] as Json[]).map(({ description }) => description)
  expect(benefits((await get()).body)).toEqual(['Priority support', 'Beta access', 'Hidden'])
  const token = await session('acme/owner')
  const shown = await send('GET', `/v1/customer-portal/subscriptions/${emulator.ref('acme/sub')}`, undefined, { token })
  expect(benefits(shown.body)).toEqual(['Priority support', 'Beta access'])
})

test('a member sees the public benefits that they have now, a customer those of the whole team', async () => {
  const { emulator, list, described, session, send } = await prepare()
  const ann = await session('acme/ann')
  expect(await described(ann)).toEqual(['Priority support', 'Beta access'])
  expect(new Set((await list(ann)).map(({ member_id }) => member_id))).toEqual(new Set([emulator.ref('acme/ann')]))
  const [first] = await list(ann)
  expect(await send('GET', `${path}${first?.id}`, undefined, { token: ann })).toMatchObject({
    status: 200,
    body: {
      id: first?.id,
      is_granted: true,
      subscription_id: emulator.ref('acme/sub'),
      customer: { email: 'jane@example.com', oauth_accounts: {} },
      benefit: { organization: { slug: 'acme' }, properties: { note: null } },
    },
  })
  const bob = await session('acme/bob')
  expect((await send('GET', `${path}${first?.id}`, undefined, { token: bob })).status).toBe(404)
  expect(await described(await session('acme/owner'))).toEqual([])

  await send('DELETE', `/v1/customer-seats/${emulator.ref('acme/annseat')}`)
  expect(await described(ann)).toEqual([])
  expect((await send('GET', `${path}${first?.id}`, undefined, { token: ann })).status).toBe(404)
})

test('the list is filtered and sorted', async () => {
  const { emulator, described, session, send } = await prepare()
  const token = await session('acme/ann')
  expect(await described(token, '?sorting=-product_benefit')).toEqual(['Beta access', 'Priority support'])
  expect(await described(token, '?query=BETA')).toEqual(['Beta access'])
  expect(await described(token, '?type=custom&limit=1')).toEqual(['Priority support'])
  expect(await described(token, '?type=discord')).toEqual([])
  expect(await described(token, `?benefit_id=${emulator.ref('acme/vip')}`)).toEqual(['Priority support'])
  expect(await described(token, '?checkout_id=5d6c1a2b-8f0a-4c39-9d6c-3f2f6f0e5e6f')).toHaveLength(2)
  expect(await described(token, `?order_id=${emulator.ref('acme/sub')}`)).toEqual([])
  expect(await described(token, `?subscription_id=${emulator.ref('acme/sub')}`)).toHaveLength(2)
  expect(await described(token, `?member_id=${emulator.ref('acme/bob')}`)).toEqual([])
  expect((await send('GET', `${path}?type=gold`, undefined, { token })).status).toBe(422)
  expect((await send('GET', path)).status).toBe(401)
})

test('grants are sorted by the time of their revocation', async () => {
  const { emulator, send } = await prepare()
  await send('DELETE', `/v1/customer-seats/${emulator.ref('acme/annseat')}`)
  const { body } = await send('GET', '/v1/benefit-grants/?sorting=revoked_at')
  expect((body['items'] as Json[]).map(({ is_revoked }) => is_revoked)).toEqual([true, true, true, false, false, false])
  expect((await send('GET', '/v1/benefit-grants/?sorting=type')).status).toBe(422)
})
