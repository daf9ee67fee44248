import { expect, test } from 'vitest'
import { start } from '../support/storages.ts'
import { inSeptember, period, teamOf, teamSeed, type Json } from '../support/team.ts'

const of = { product: 'team', customer: 'jane', seats: 3, ...period }
const roster = [{ email: 'alice@example.com' }]

const prepare = async () => {
  const emulator = await start('in memory', {
    now: inSeptember,
    seed: teamSeed({
      subscriptions: [
        { ref: 'sub', ...of },
        { ref: 'unstarted', ...of, started_at: null },
        { ref: 'deleted', ...of, deleted: true, roster },
      ],
    }),
  })
  return { emulator, ...teamOf(emulator) }
}

test('a subscription that never started is hidden from its organization, but not in the portal', async () => {
  const { emulator, get, change, preview, send, session } = await prepare()
  expect((await get('acme/unstarted')).status).toBe(404)
  expect((await change({ seats: 4 }, 'acme/unstarted')).status).toBe(404)
  expect((await preview({ seats: 4 }, 'acme/unstarted')).status).toBe(404)
  const token = await session('acme/owner')
  const path = `/v1/customer-portal/subscriptions/${emulator.ref('acme/unstarted')}`
  expect((await send('GET', path, undefined, { token })).status).toBe(200)
})

test('a deleted subscription is in no list', async () => {
  const { emulator, send, session } = await prepare()
  const only = [emulator.ref('acme/sub')]
  const idsAt = async (path: string, list: string, token?: string) => {
    const { body } = await send('GET', path, undefined, token === undefined ? {} : { token })
    return (body[list] as Json[]).map(({ id }) => id)
  }
  const token = await session('acme/owner')
  expect(await idsAt('/v1/subscriptions/', 'items')).toEqual(only)
  expect(await idsAt('/v1/customer-portal/subscriptions/', 'items', token)).toEqual(only)
  const alice = await session('acme/alice')
  expect(await idsAt('/v1/customer-portal/seats/subscriptions', 'items', alice)).toEqual([])
  const states = await idsAt(`/v1/customers/${emulator.ref('acme/jane')}/state`, 'active_subscriptions')
  expect(states).toHaveLength(2)
})
