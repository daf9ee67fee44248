import type { SeatsClient, SeatSource } from '@seats/core'
import { followRoster } from '@seats/core/query'
import {
  getCurrentInstance,
  onActivated,
  onDeactivated,
  ref,
  toValue,
  unref,
  watch,
  type MaybeRef,
  type MaybeRefOrGetter,
} from 'vue'
import { readSource } from './readInputs.ts'
import { useRequiredClients } from './useRequiredClients.ts'

/**
 * Follows the roster's events while the component is mounted, except while `<KeepAlive>` has deactivated it. Two source
 * objects with the same id count as the same source.
 */
export function useLiveRoster(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options: MaybeRefOrGetter<{ live?: MaybeRef<boolean> }> | undefined,
): void {
  const { client, queryClient } = useRequiredClients()
  if (typeof window === 'undefined') return
  const isActive = ref(true)
  // Outside of a component, these two functions do nothing but warn.
  if (getCurrentInstance() !== null) {
    onActivated(() => (isActive.value = true))
    onDeactivated(() => (isActive.value = false))
  }
  const followed = () => (isActive.value && unref(toValue(options)?.live) ? JSON.stringify(readSource(source)) : 'null')
  const follow = ([client, text]: [SeatsClient, string], _: unknown, onCleanup: (cleanup: () => void) => void) => {
    const current: SeatSource | null = JSON.parse(text)
    if (current !== null) onCleanup(followRoster(client, current, queryClient))
  }
  watch([client, followed], follow, { immediate: true })
}
