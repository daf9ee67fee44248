import { expect, test } from 'vitest'
import { startTestEmulator } from './support/storages.ts'
import { teamCalls, type Json } from './support/team.ts'

const path = '/v1/customer-portal/benefit-grants/'

async function prepareEmulator() {
  const emulator = await startTestEmulator('in memory', {
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
  const team = teamCalls(emulator)
  const listGrants = async (token: string, query = '') => {
    const { body } = await team.send('GET', `${path}${query}`, undefined, { token })
    return body['items'] as unknown as Array<{ id: string; benefit: { description: string }; member_id: string }>
  }
  const listDescriptions = async (token: string, query = '') =>
    (await listGrants(token, query)).map(({ benefit }) => benefit.description)
  return { emulator, ...team, listGrants, listDescriptions }
}

test('the organization sees all benefits of a product, and customers see the public ones', async () => {
  const { getSubscription, send, session, emulator } = await prepareEmulator()
  const benefitNames = (body: Json) =>
    ((body['product'] as Json)['benefits'] as Json[]).map(({ description }) => description)
  expect(benefitNames((await getSubscription()).body)).toEqual(['Priority support', 'Beta access', 'Hidden'])
  const token = await session('acme/owner')
  const portalAnswer = await send('GET', `/v1/customer-portal/subscriptions/${emulator.ref('acme/sub')}`, undefined, {
    token,
  })
  expect(benefitNames(portalAnswer.body)).toEqual(['Priority support', 'Beta access'])
})

test('members, and even the owner, see only their own current public benefits', async () => {
  const { emulator, listGrants, listDescriptions, session, send } = await prepareEmulator()
  const ann = await session('acme/ann')
  expect(await listDescriptions(ann)).toEqual(['Priority support', 'Beta access'])
  expect(new Set((await listGrants(ann)).map(({ member_id }) => member_id))).toEqual(
    new Set([emulator.ref('acme/ann')]),
  )
  const [first] = await listGrants(ann)
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
  expect(await listDescriptions(await session('acme/owner'))).toEqual([])

  await send('DELETE', `/v1/customer-seats/${emulator.ref('acme/annseat')}`)
  expect(await listDescriptions(ann)).toEqual([])
  expect((await send('GET', `${path}${first?.id}`, undefined, { token: ann })).status).toBe(404)
})

test('the list of benefit grants in the portal can be filtered and sorted', async () => {
  const { emulator, listDescriptions, session, send } = await prepareEmulator()
  const token = await session('acme/ann')
  expect(await listDescriptions(token, '?sorting=-product_benefit')).toEqual(['Beta access', 'Priority support'])
  expect(await listDescriptions(token, '?query=BETA')).toEqual(['Beta access'])
  expect(await listDescriptions(token, '?type=custom&limit=1')).toEqual(['Priority support'])
  expect(await listDescriptions(token, '?type=discord')).toEqual([])
  expect(await listDescriptions(token, `?benefit_id=${emulator.ref('acme/vip')}`)).toEqual(['Priority support'])
  expect(await listDescriptions(token, '?checkout_id=5d6c1a2b-8f0a-4c39-9d6c-3f2f6f0e5e6f')).toHaveLength(2)
  expect(await listDescriptions(token, `?order_id=${emulator.ref('acme/sub')}`)).toEqual([])
  expect(await listDescriptions(token, `?subscription_id=${emulator.ref('acme/sub')}`)).toHaveLength(2)
  expect(await listDescriptions(token, `?member_id=${emulator.ref('acme/bob')}`)).toEqual([])
  expect((await send('GET', `${path}?type=gold`, undefined, { token })).status).toBe(422)
  expect((await send('GET', path)).status).toBe(401)
})

test('the organization can sort the grants by the time of their revocation', async () => {
  const { emulator, send } = await prepareEmulator()
  await send('DELETE', `/v1/customer-seats/${emulator.ref('acme/annseat')}`)
  const { body } = await send('GET', '/v1/benefit-grants/?sorting=revoked_at')
  expect((body['items'] as Json[]).map(({ is_revoked }) => is_revoked)).toEqual([true, true, true, false, false, false])
  expect((await send('GET', '/v1/benefit-grants/?sorting=type')).status).toBe(422)
})
