import type { Store } from '@seats/core/ui'
import { useSyncExternalStore } from 'react'

/**
 * Returns a store's value. Returns `serverValue` while a server renders, and while the browser hydrates the server's
 * HTML.
 */
export const useStore = <Value, Default = Value>(store: Store<Value>, serverValue: Default): Value | Default =>
  useSyncExternalStore<Value | Default>(store.subscribe, store.getState, () => serverValue)
