import { memoryStore, type SeatsStore } from '@seats/server'
import { testSeatsStore } from '@seats/server/testing'
import { expect, test } from 'vitest'

/** Runs the suite, and resolves with the errors of the tests that fail. */
async function runSuite(createStore: () => SeatsStore, shared = false): Promise<string[]> {
  const runs: Promise<void>[] = []
  const add = (_: string, run: () => Promise<void>) => void runs.push(run())
  testSeatsStore({ test: add, createStore, shared })
  const results = await Promise.allSettled(runs)
  return results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
}

/** Returns a function that creates a store in memory with one fault. */
const createStoreWith = (fault: (store: SeatsStore) => Partial<SeatsStore>) => () => {
  const store = memoryStore()
  return { ...store, ...fault(store) }
}

const faults: [fault: string, createStore: () => SeatsStore, error: string][] = [
  [
    'keeps values for ever',
    createStoreWith((store) => ({ set: (key, value, options) => store.set(key, value, { ...options, seconds: 60 }) })),
    'get() of values whose time is over, within 4 s: expected [null,null,null,null], but got ["1","1",null,"1"].',
  ],
  [
    'replaces an existing value in spite of ifAbsent',
    createStoreWith((store) => ({ set: (key, value, { seconds }) => store.set(key, value, { seconds }) })),
    'set() with ifAbsent of an existing value: expected false, but got true.',
  ],
  [
    'treats an empty text as no value',
    createStoreWith((store) => ({ get: async (key) => (await store.get(key)) || null })),
    'get() after set(): expected "", but got null.',
  ],
  [
    'compares and replaces in two steps',
    createStoreWith((store) => ({
      async compareAndSet(key, { expected, value, seconds }) {
        if ((await store.get(key)) !== expected) return false
        await (value === null ? store.delete(key) : store.set(key, value, { seconds }))
        return true
      },
    })),
    'successful calls of compareAndSet() from no value: expected 1, but got 20.',
  ],
  [
    'replaces a newer field by an older one',
    createStoreWith((store) => ({
      mergeFields(key, fields, options) {
        const newest = Object.entries(fields).map(([name, { value }]) => [name, { version: 'z', value }])
        return store.mergeFields(key, Object.fromEntries(newest), options)
      },
    })),
    'readFields() after two mergeFields(): expected ["y","new x"',
  ],
  [
    'does not end a subscription',
    createStoreWith((store) => ({
      async subscribe(channel, onMessage) {
        await store.subscribe(channel, onMessage)
        return () => {}
      },
    })),
    'messages after the first one unsubscribed, within 4 s: expected',
  ],
  [
    'grants every budget',
    createStoreWith(() => ({ spend: async () => 0 })),
    'successful calls of spend() with 5 points',
  ],
]

// Each suite waits until a value expires, so the suites run at the same time.
test.concurrent.each(faults)('the suite fails for a store that %s', async (_, createStore, error) => {
  expect(await runSuite(createStore)).toEqual(expect.arrayContaining([expect.stringContaining(error)]))
})

test.concurrent('the suite passes for a store in memory', async () => {
  expect(await runSuite(memoryStore)).toEqual([])
})

test.concurrent('the suite fails for two stores that should share their data but do not', async () => {
  const errors = await runSuite(memoryStore, true)
  expect(errors).toContain('Error: get() after the second set(): expected "2", but got "1".')
  expect(errors).toContain('Error: successful calls of spend() with 5 points: expected 5, but got 10.')
})
