import { expect, test } from 'vitest'
import { startTestEmulator } from '../support/storages.ts'
import { midSeptember, period, teamCalls, teamSeed, type Json } from '../support/team.ts'

const subscriptionFields = { product: 'team', customer: 'jane', seats: 3, ...period }
const roster = [{ email: 'alice@example.com' }]

const prepareEmulator = async () => {
  const emulator = await startTestEmulator('in memory', {
    now: midSeptember,
    seed: teamSeed({
      subscriptions: [
        { ref: 'sub', ...subscriptionFields },
        { ref: 'unstarted', ...subscriptionFields, started_at: null },
        { ref: 'deleted', ...subscriptionFields, deleted: true, roster },
      ],
    }),
  })
  return { emulator, ...teamCalls(emulator) }
}

test('a subscription that never started is hidden from its organization, but not in the portal', async () => {
  const { emulator, getSubscription, updateSubscription, preview, send, session } = await prepareEmulator()
  expect((await getSubscription('acme/unstarted')).status).toBe(404)
  expect((await updateSubscription({ seats: 4 }, 'acme/unstarted')).status).toBe(404)
  expect((await preview({ seats: 4 }, 'acme/unstarted')).status).toBe(404)
  const token = await session('acme/owner')
  const path = `/v1/customer-portal/subscriptions/${emulator.ref('acme/unstarted')}`
  expect((await send('GET', path, undefined, { token })).status).toBe(200)
})

test('a deleted subscription is in no list', async () => {
  const { emulator, send, session } = await prepareEmulator()
  const expectedIds = [emulator.ref('acme/sub')]
  const listIds = async (path: string, list: string, token?: string) => {
    const { body } = await send('GET', path, undefined, token === undefined ? {} : { token })
    return (body[list] as Json[]).map(({ id }) => id)
  }
  const token = await session('acme/owner')
  expect(await listIds('/v1/subscriptions/', 'items')).toEqual(expectedIds)
  expect(await listIds('/v1/customer-portal/subscriptions/', 'items', token)).toEqual(expectedIds)
  const alice = await session('acme/alice')
  expect(await listIds('/v1/customer-portal/seats/subscriptions', 'items', alice)).toEqual([])
  const activeSubscriptionIds = await listIds(
    `/v1/customers/${emulator.ref('acme/jane')}/state`,
    'active_subscriptions',
  )
  expect(activeSubscriptionIds).toHaveLength(2)
})
