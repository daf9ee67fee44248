import type { SeatsStore } from '../store/SeatsStore.ts'

/** The stores of one test, and a way to get keys that no other test uses. */
export interface StoreTestContext {
  store: SeatsStore
  /** Another store, as a second process has. The same one if the stores of two processes share nothing. */
  other: SeatsStore
  /** Returns the key with a part that is new for each test. */
  key(name: string): string
}

/** The tests of a store by their names. */
export type StoreTests = Record<string, (context: StoreTestContext) => Promise<void>>
