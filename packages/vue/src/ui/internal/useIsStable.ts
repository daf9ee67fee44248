import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { doubleClickMs } from '@seats/core/ui'

/** Returns whether a value has been the same for half a second. */
export function useIsStable(value: () => unknown): ComputedRef<boolean> {
  const stableValue = shallowRef<unknown>()
  watch(
    value,
    (next, _, onCleanup) => {
      const timer = setTimeout(() => (stableValue.value = next), doubleClickMs)
      onCleanup(() => {
        clearTimeout(timer)
        // The next value may be this value again.
        stableValue.value = undefined
      })
    },
    { immediate: true },
  )
  return computed(() => value() !== undefined && stableValue.value === value())
}
