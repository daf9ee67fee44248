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
 * If the option `live` is true, keeps the roster live with `followRoster` until the effect scope ends, usually with its
 * component. Pauses while `<KeepAlive>` has deactivated the component. Two source objects with the same id count as the
 * same source.
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
  const followedSourceJson = () =>
    isActive.value && unref(toValue(options)?.live) ? JSON.stringify(readSource(source)) : 'null'
  const follow = (
    [client, sourceJson]: [SeatsClient, string],
    _: unknown,
    onCleanup: (cleanup: () => void) => void,
  ) => {
    const current: SeatSource | null = JSON.parse(sourceJson)
    if (current !== null) onCleanup(followRoster(client, current, queryClient))
  }
  watch([client, followedSourceJson], follow, { immediate: true })
}
