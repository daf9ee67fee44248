import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { doubleClickMs } from '@seats/core/ui'

/** Returns whether a value has been the same for half a second. */
export function useIsStable(value: () => object | undefined): ComputedRef<boolean> {
  const stableValue = shallowRef<object>()
  watch(
    value,
    (next, _, onCleanup) => {
      const timer = setTimeout(() => (stableValue.value = next), doubleClickMs)
      onCleanup(() => clearTimeout(timer))
    },
    { immediate: true },
  )
  return computed(() => value() !== undefined && stableValue.value === value())
}
