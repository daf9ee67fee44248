import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { clock } from '../shared/clock.ts'

/** The backend's time, to the second. */
export function useNow(): Readonly<Ref<number>> {
  const now = ref(clock.second())
  onScopeDispose(clock.subscribe(() => (now.value = clock.second())))
  return readonly(now)
}
