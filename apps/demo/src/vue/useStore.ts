import { onScopeDispose, shallowReadonly, shallowRef, type ShallowRef } from 'vue'
import type { Store } from '../shared/Store.ts'

export function useStore<Value>(store: Store<Value>): Readonly<ShallowRef<Value>> {
  const value = shallowRef(store.now())
  const unsubscribe = store.subscribe(() => {
    value.value = store.now()
  })
  onScopeDispose(unsubscribe)
  return shallowReadonly(value)
}
