import { memoryStore } from './memoryStore.ts'
import type { SeatsStore } from './SeatsStore.ts'

let store: SeatsStore | undefined

/** Returns the store of the whole process. Both handlers use it by default, so that webhooks reach the live streams. */
export const defaultStore = (): SeatsStore => (store ??= memoryStore())
