import type { Store } from '@seats/core/ui'
import { onMounted, onScopeDispose, shallowReadonly, shallowRef, type ShallowRef } from 'vue'

/** Reads a store. Its value is `onServer` until the component is mounted, so a browser first renders like a server. */
export function useStore<Value, Default = Value>(
  store: Store<Value>,
  onServer: Default,
): Readonly<ShallowRef<Value | Default>> {
  const value = shallowRef<Value | Default>(onServer)
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
