import type { SeatSource } from '@seats/core'
import { computed, type ComputedRef } from 'vue'
import { useSeatsClient } from '../../exports/index.ts'

/**
 * Returns a key that differs for each team and each user. A part with this key starts anew if another team or user is
 * shown.
 */
export function useRosterKey(source: () => SeatSource | null | undefined): ComputedRef<string> {
  const client = useSeatsClient()
  return computed(() => JSON.stringify([client.value.scope, source()]))
}
