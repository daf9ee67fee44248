import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { settleMs } from '@seats/core/ui'

/** Returns whether a value has been the same for half a second. */
export function useSettled(value: () => object | undefined): ComputedRef<boolean> {
  const settled = shallowRef<object>()
  watch(
    value,
    (next, _, onCleanup) => {
      const timer = setTimeout(() => (settled.value = next), settleMs)
      onCleanup(() => clearTimeout(timer))
    },
    { immediate: true },
  )
  return computed(() => value() !== undefined && settled.value === value())
}
