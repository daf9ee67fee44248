import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { online } from '../shared/online.ts'

/** Whether the browser has a network at all. */
export function useOnline(): Readonly<Ref<boolean>> {
  const isOnline = ref(online.now())
  onScopeDispose(online.subscribe(() => (isOnline.value = online.now())))
  return readonly(isOnline)
}
