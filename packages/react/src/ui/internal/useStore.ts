import type { Store } from '@seats/core/ui'
import { useSyncExternalStore } from 'react'

/** Returns a store's value. This is `onServer` while a server renders, and while the browser hydrates its HTML. */
export const useStore = <Value, Default = Value>(store: Store<Value>, onServer: Default): Value | Default =>
  useSyncExternalStore<Value | Default>(store.subscribe, store.getState, () => onServer)
