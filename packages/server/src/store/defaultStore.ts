import { memoryStore } from './memoryStore.ts'
import type { SeatsStore } from './SeatsStore.ts'

let store: SeatsStore | undefined

/**
 * Returns the store of the whole process. The handlers, gates and recoveries use this store by default, so that
 * webhooks reach the live streams.
 */
export const defaultStore = (): SeatsStore => (store ??= memoryStore())
