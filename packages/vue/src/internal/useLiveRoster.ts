import type { SeatSource } from '@seats/core'
import { followRoster } from '@seats/core/query'
import { computed, toValue, unref, watch, type MaybeRef, type MaybeRefOrGetter } from 'vue'
import { readSource } from './readSource.ts'
import { useSetUp } from './useSetUp.ts'

/** Follows the roster's events while the component is on the page. A source is told by its id, not its identity. */
export function useLiveRoster(
  source: MaybeRefOrGetter<SeatSource | null>,
  options: MaybeRefOrGetter<{ live?: MaybeRef<boolean> }> | undefined,
): void {
  const { client, queryClient } = useSetUp()
  if (typeof window === 'undefined') return
  const followed = computed(() => (unref(toValue(options)?.live) ? JSON.stringify(readSource(source)) : 'null'))
  const follow = (onCleanup: (cleanup: () => void) => void) => {
    const current: SeatSource | null = JSON.parse(followed.value)
    if (current !== null) onCleanup(followRoster(client.value, current, queryClient))
  }
  watch([client, followed], (_, __, onCleanup) => follow(onCleanup), { immediate: true })
}
