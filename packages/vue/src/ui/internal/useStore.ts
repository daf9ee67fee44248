import type { Store } from '@seats/core/ui'
import { onMounted, onScopeDispose, shallowReadonly, shallowRef, type ShallowRef } from 'vue'

/** Returns a store's value. Until the component is mounted, the value is `serverValue`, as in the server's HTML. */
export function useStore<Value, Default = Value>(
  store: Store<Value>,
  serverValue: Default,
): Readonly<ShallowRef<Value | Default>> {
  const value = shallowRef<Value | Default>(serverValue)
  const read = () => {
    value.value = store.getState()
  }
  let unsubscribe = () => {}
  onMounted(() => {
    read()
    unsubscribe = store.subscribe(read)
  })
  onScopeDispose(() => unsubscribe())
  return shallowReadonly(value)
}
