import { useSyncExternalStore } from 'react'
import type { Store } from '../shared/Store.ts'

export const useStore = <Value>(store: Store<Value>): Value => useSyncExternalStore(store.subscribe, store.now)
