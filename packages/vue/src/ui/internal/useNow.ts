import { createSecond } from '@seats/core/ui'
import type { ShallowRef } from 'vue'
import { useSeatsClient } from '../../exports/index.ts'
import { useStore } from './useStore.ts'

/** Returns the client's time in milliseconds, updated every second. Undefined until the component is mounted. */
export function useNow(): Readonly<ShallowRef<number | undefined>> {
  const client = useSeatsClient()
  return useStore(
    createSecond(() => client.value.now()),
    undefined,
  )
}
