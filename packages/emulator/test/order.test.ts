import { describe, expect, test } from 'vitest'
import type { Seed } from '../src/exports/index.ts'
import { apiOf } from './support/api.ts'
import { start, storages, temporaryDirectory } from './support/storages.ts'

const ids = Array.from({ length: 20 }, (_, index) => `00000000-0000-4000-8000-0000000000${String(index + 10)}`)

const seedWith = (order_seed?: string | number, status: 'claimed' | 'revoked' = 'claimed'): Seed => ({
  ...(order_seed !== undefined && { order_seed }),
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_acme' }],
      subscriptions: [{ ref: 'sub', seats: 30, roster: ids.map((id) => ({ id, status })) }],
    },
  ],
})

describe.each(storages)('the order of a list, %s', (storage) => {
  const prepare = async (seed: Seed) => {
    const emulator = await start(storage, { seed })
    const api = apiOf(emulator)
    const order = async () => (await api.list()).body.seats.map(({ id }) => id)
    return { emulator, order, ...api }
  }

  test('does not depend on the time of creation, and is the same at each call', async () => {
    const { order, assign, revoke } = await prepare(seedWith())
    const before = await order()
    expect(before).not.toEqual(ids)
    expect(before).not.toEqual(ids.toReversed())
    expect(before.toSorted()).toEqual(ids)
    expect(await order()).toEqual(before)
    await revoke(before[3] ?? '')
    expect(await order()).toEqual(before)
    const added = (await assign({ email: 'bob@example.com' })).body.id
    expect(added).toBe(before[3])
    expect(await order()).toEqual(before)
  })

  test('puts a new seat anywhere, and keeps the order of the others', async () => {
    const { order, assign } = await prepare(seedWith())
    const before = await order()
    const added: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) added.push((await assign({ email: `${name}@example.com` })).body.id)
    const after = await order()
    expect(after.filter((id) => !added.includes(id))).toEqual(before)
    expect(after.slice(-5)).not.toEqual(added)
  })

  test('differs for another order_seed, and is the same for the same one', async () => {
    const first = await prepare(seedWith('one'))
    const second = await prepare(seedWith('two'))
    const third = await prepare(seedWith(3))
    const orders = [await first.order(), await second.order(), await third.order()]
    expect(new Set(orders.map(String)).size).toBe(3)
    second.emulator.reset(seedWith('one'))
    expect(await second.order()).toEqual(orders[0])
    second.emulator.reset(seedWith())
    expect(await second.order()).toEqual(await (await prepare(seedWith())).order())
  })

  test('follows the order_seed of a seed that is added later', async () => {
    const { emulator, order } = await prepare(seedWith('one'))
    const before = await order()
    const add = (seed: Seed) =>
      emulator.fetch(`${emulator.url}/_emulator/seed`, { method: 'POST', body: JSON.stringify(seed) })
    await add({ organizations: [] })
    expect(await order()).toEqual(before)
    await add({ order_seed: 'two' })
    const after = await order()
    expect(after).not.toEqual(before)
    expect(after).toEqual(await (await prepare(seedWith('two'))).order())
  })

  test('decides which revoked row is taken', async () => {
    const taken = async (order_seed: string) => {
      const { assign } = await prepare(seedWith(order_seed, 'revoked'))
      return (await assign({ email: 'bob@example.com' })).body.id
    }
    const all = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(taken))
    expect(new Set(all).size).toBeGreaterThan(2)
    expect(await taken('a')).toBe(all[0])
  })
})

test('the order survives a restart', async () => {
  const dataDir = temporaryDirectory()
  const first = await start('in memory', { dataDir, seed: seedWith('one') })
  const order = (emulator: typeof first) => apiOf(emulator).list()
  const before = (await order(first)).body
  await first.close()
  expect((await order(await start('in memory', { dataDir }))).body).toEqual(before)
})
