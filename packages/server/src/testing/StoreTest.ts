import type { SeatsStore } from '../store/SeatsStore.ts'

/** The stores of one test, and a function that returns keys which no other test uses. */
export interface StoreTestContext {
  store: SeatsStore
  /**
   * The store of a second process, which shares its data with `store`. Without shared data it is the same object as
   * `store`.
   */
  other: SeatsStore
  /** Returns the key with a prefix that is new for each test. */
  key(name: string): string
}

/** The tests of a store by their names. */
export type StoreTests = Record<string, (context: StoreTestContext) => Promise<void>>
