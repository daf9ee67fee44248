import type { SeatsStore } from '../store/SeatsStore.ts'
import { budgetTests } from './budgetTests.ts'
import { messageTests } from './messageTests.ts'
import { recordTests } from './recordTests.ts'
import { valueTests } from './valueTests.ts'

/** Options of `testSeatsStore`. */
export interface SeatsStoreTests {
  /** The function of your test runner that adds a test, for example `test` of Vitest, Jest or `node:test`. */
  test(name: string, run: () => Promise<void>): unknown
  /** Creates the store. Called for each test. The keys of each test are new, so the store need not be empty. */
  createStore(): SeatsStore | Promise<SeatsStore>
  /**
   * `true`: `createStore` is called twice for each test, and the two stores must share their data, like those of two
   * processes. Default: false, for a store in the memory of one process.
   */
  shared?: boolean | undefined
}

/**
 * Adds tests of everything that Seats needs from a store. Each test takes less than 5 seconds.
 *
 * @param options Your test runner's function, and a function that creates the store.
 *
 * @example
 * ```ts
 * import { memoryStore } from '@seats/server'
 * import { testSeatsStore } from '@seats/server/testing'
 * import { test } from 'node:test'
 *
 * testSeatsStore({ test, createStore: () => memoryStore() })
 * ```
 */
export function testSeatsStore({ test, createStore, shared = false }: SeatsStoreTests): void {
  const tests = { ...valueTests, ...recordTests, ...messageTests, ...budgetTests }
  for (const [name, run] of Object.entries(tests)) {
    test(name, async () => {
      const store = await createStore()
      const other = shared ? await createStore() : store
      const id = crypto.randomUUID()
      await run({ store, other, key: (part) => `test:${id}:${part}` })
    })
  }
}
