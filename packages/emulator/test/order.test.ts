import { describe, expect, test } from 'vitest'
import type { Seed } from '../src/exports/index.ts'
import { apiCalls } from './support/api.ts'
import { startTestEmulator, storages, temporaryDirectory } from './support/storages.ts'

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

describe.each(storages)('the order of a list, with data %s', (storage) => {
  const prepareEmulator = async (seed: Seed) => {
    const emulator = await startTestEmulator(storage, { seed })
    const api = apiCalls(emulator)
    const readList = async () => (await api.list()).body.seats.map(({ id }) => id)
    return { emulator, readList, ...api }
  }

  test('does not depend on the time of creation, and is the same at each call', async () => {
    const { readList, assign, revoke } = await prepareEmulator(seedWith())
    const before = await readList()
    expect(before).not.toEqual(ids)
    expect(before).not.toEqual(ids.toReversed())
    expect(before.toSorted()).toEqual(ids)
    expect(await readList()).toEqual(before)
    await revoke(before[3] ?? '')
    expect(await readList()).toEqual(before)
    const added = (await assign({ email: 'bob@example.com' })).body.id
    expect(added).toBe(before[3])
    expect(await readList()).toEqual(before)
  })

  test('puts a new seat at any place, and keeps the other seats in order', async () => {
    const { readList, assign } = await prepareEmulator(seedWith())
    const before = await readList()
    const added: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) added.push((await assign({ email: `${name}@example.com` })).body.id)
    const listAfter = await readList()
    expect(listAfter.filter((id) => !added.includes(id))).toEqual(before)
    expect(listAfter.slice(-5)).not.toEqual(added)
  })

  test('is the same for the same order_seed, and differs for another order_seed', async () => {
    const firstEmulator = await prepareEmulator(seedWith('one'))
    const secondEmulator = await prepareEmulator(seedWith('two'))
    const thirdEmulator = await prepareEmulator(seedWith(3))
    const orders = [await firstEmulator.readList(), await secondEmulator.readList(), await thirdEmulator.readList()]
    expect(new Set(orders.map(String)).size).toBe(3)
    secondEmulator.emulator.reset(seedWith('one'))
    expect(await secondEmulator.readList()).toEqual(orders[0])
    secondEmulator.emulator.reset(seedWith())
    expect(await secondEmulator.readList()).toEqual(await (await prepareEmulator(seedWith())).readList())
  })

  test('changes with the order_seed of a later seed', async () => {
    const { emulator, readList } = await prepareEmulator(seedWith('one'))
    const before = await readList()
    const add = (seed: Seed) =>
      emulator.fetch(`${emulator.url}/_emulator/seed`, { method: 'POST', body: JSON.stringify(seed) })
    await add({ organizations: [] })
    expect(await readList()).toEqual(before)
    await add({ order_seed: 'two' })
    const listAfter = await readList()
    expect(listAfter).not.toEqual(before)
    expect(listAfter).toEqual(await (await prepareEmulator(seedWith('two'))).readList())
  })

  test('decides which revoked row an assign reuses', async () => {
    const reuseRow = async (order_seed: string) => {
      const { assign } = await prepareEmulator(seedWith(order_seed, 'revoked'))
      return (await assign({ email: 'bob@example.com' })).body.id
    }
    const reusedRows = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(reuseRow))
    expect(new Set(reusedRows).size).toBeGreaterThan(2)
    expect(await reuseRow('a')).toBe(reusedRows[0])
  })
})

test('the order of a list survives a restart', async () => {
  const dataDir = temporaryDirectory()
  const first = await startTestEmulator('in memory', { dataDir, seed: seedWith('one') })
  const readList = (emulator: typeof first) => apiCalls(emulator).list()
  const before = (await readList(first)).body
  await first.close()
  expect((await readList(await startTestEmulator('in memory', { dataDir }))).body).toEqual(before)
})
