import type { Store } from '@seats/core/ui'
import { useSyncExternalStore } from 'react'

/** Reads a store. `onServer` is its value while a server renders, and in the first render in the browser after that. */
export const useStore = <Value, Default = Value>(store: Store<Value>, onServer: Default): Value | Default =>
  useSyncExternalStore<Value | Default>(store.subscribe, store.getState, () => onServer)
