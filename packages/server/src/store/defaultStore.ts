import { memoryStore } from './memoryStore.ts'
import type { SeatsStore } from './SeatsStore.ts'

let store: SeatsStore | undefined

/** One for the whole process, so that webhooks reach the live events without any set-up. */
export const defaultStore = (): SeatsStore => (store ??= memoryStore())
