import type { Store } from '@seats/core/ui'
import { useSyncExternalStore } from 'react'

/** Reads a store. `onServer` is the value while a server renders, and while the browser hydrates the server's HTML. */
export const useStore = <Value, Default = Value>(store: Store<Value>, onServer: Default): Value | Default =>
  useSyncExternalStore<Value | Default>(store.subscribe, store.getState, () => onServer)
