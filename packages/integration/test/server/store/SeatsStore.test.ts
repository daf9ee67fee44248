import { memoryStore, type SeatsStore } from '@seats/server'
import { redisStore } from '@seats/server/redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRedis, type Redis } from '../startRedis.ts'

let redis: Redis
beforeAll(async () => {
  redis = await startRedis()
}, 180_000)
afterAll(() => redis.stop())

let prefixes = 0
const stores: [name: string, create: () => Promise<SeatsStore>][] = [
  ['memoryStore', async () => memoryStore()],
  ['redisStore', async () => redisStore(await redis.connect(), { prefix: `test${prefixes++}` })],
]

describe.each(stores)('%s', (_, create) => {
  test('keeps values until they are deleted', async () => {
    const store = await create()
    expect(await store.get('a')).toBeNull()
    expect(await store.set('a', '1', { seconds: 60 })).toBe(true)
    expect(await store.set('a', '2', { seconds: 60 })).toBe(true)
    expect(await store.set('a', '3', { seconds: 60, ifAbsent: true })).toBe(false)
    expect(await store.get('a')).toBe('2')
    await store.delete('a')
    expect(await store.set('a', '4', { seconds: 60, ifAbsent: true })).toBe(true)
    expect(await store.get('a')).toBe('4')
  })

  test('replaces a value only if it is the expected one', async () => {
    const store = await create()
    const change = (expected: string | null, value: string | null) =>
      store.compareAndSet('a', { expected, value, seconds: 60 })
    expect(await change('1', '2')).toBe(false)
    expect(await change(null, '')).toBe(true)
    expect(await change(null, '2')).toBe(false)
    expect(await change('', '2')).toBe(true)
    expect(await change('1', null)).toBe(false)
    expect(await store.get('a')).toBe('2')
    expect(await change('2', null)).toBe(true)
    expect(await store.get('a')).toBeNull()
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => change(null, String(index))))
    expect(all.filter(Boolean)).toHaveLength(1)
  })

  test('keeps the newest version of each field of a record, in whatever order they are written', async () => {
    const store = await create()
    const merge = (fields: Record<string, readonly [version: string, value: string]>) => {
      const entries = Object.entries(fields).map(([name, [version, value]]) => [name, { version, value }])
      return store.mergeFields('a', Object.fromEntries(entries), { seconds: 60 })
    }
    expect(await store.readFields('a', ['x'])).toEqual([null])
    await merge({ x: ['2', 'new x'], y: ['1', 'old y'] })
    await merge({ x: ['1', 'old x'], y: ['1', 'y'], 'z z': ['', ' with blanks and 2 lines\n'] })
    expect(await store.readFields('a', ['y', 'x', 'z z', 'w'])).toEqual([
      'y',
      'new x',
      ' with blanks and 2 lines\n',
      null,
    ])
    const many = Array.from({ length: 1_100 }, (_, index) => [`f${index}`, [String(index % 2), 'many']] as const)
    await Promise.all([merge(Object.fromEntries(many)), merge({ f0: ['1', 'newer'], f1: ['0', 'older'] })])
    expect(await store.readFields('a', ['f0', 'f1', 'f1099', 'x'])).toEqual(['newer', 'many', 'many', 'new x'])
    await store.delete('a')
    expect(await store.readFields('a', ['x'])).toEqual([null])
  })

  test('lets records expire after their last write', async () => {
    const store = await create()
    await store.mergeFields('a', { x: { version: '1', value: 'x' } }, { seconds: 1 })
    await expect.poll(() => store.readFields('a', ['x']), { timeout: 5_000 }).toEqual([null])
  })

  test('lets values expire', async () => {
    const store = await create()
    await store.set('a', '1', { seconds: 1 })
    await expect.poll(() => store.get('a'), { timeout: 5_000 }).toBeNull()
    expect(await store.set('a', '2', { seconds: 60, ifAbsent: true })).toBe(true)
  })

  test('publishes to every subscriber of a channel until they unsubscribe', async () => {
    const store = await create()
    const [one, two, other]: string[][] = [[], [], []]
    const listen =
      (messages: string[] = []) =>
      (message: string) =>
        void messages.push(message)
    const leave = await store.subscribe('a', listen(one))
    await store.subscribe('a', listen(two))
    await store.subscribe('b', listen(other))
    await store.publish('a', 'first')
    await expect.poll(() => [one, two]).toEqual([['first'], ['first']])
    leave()
    await store.publish('a', 'second')
    await store.publish('b', 'third')
    await expect.poll(() => [two, other]).toEqual([['first', 'second'], ['third']])
    expect(one).toEqual(['first'])
  })

  test('counts a budget for each key, and says when it is available again', async () => {
    const store = await create()
    const budget = { points: 2, seconds: 30 }
    expect([await store.spend('a', budget), await store.spend('a', budget)]).toEqual([0, 0])
    const seconds = await store.spend('a', budget)
    expect(seconds).toBeGreaterThan(25)
    expect(seconds).toBeLessThanOrEqual(30)
    expect(await store.spend('b', budget)).toBe(0)
    expect(await store.spend('a', { points: 9, seconds: 30 })).toBe(0)
  })

  test('makes a budget available again after its time', async () => {
    const store = await create()
    const budget = { points: 1, seconds: 1 }
    await store.spend('a', budget)
    expect(await store.spend('a', budget)).toBe(1)
    await expect.poll(() => store.spend('a', budget), { interval: 200, timeout: 5_000 }).toBe(0)
  })

  test('is right with concurrent callers: a budget is not exceeded, and only one sets an absent value', async () => {
    const store = await create()
    const spent = await Promise.all(Array.from({ length: 20 }, () => store.spend('a', { points: 5, seconds: 60 })))
    expect(spent.filter((seconds) => seconds === 0)).toHaveLength(5)
    const set = await Promise.all(
      Array.from({ length: 20 }, () => store.set('once', '1', { seconds: 60, ifAbsent: true })),
    )
    expect(set.filter(Boolean)).toHaveLength(1)
  })
})
