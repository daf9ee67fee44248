import type { SeatSource } from '@seats/core'
import { computed, type ComputedRef } from 'vue'
import { useSeatsClient } from '../../exports/index.ts'

/** Returns a key for the parts of a team. So no text, question or message of one team is shown for another team. */
export function useRosterKey(source: () => SeatSource | null | undefined): ComputedRef<string> {
  const client = useSeatsClient()
  return computed(() => JSON.stringify([client.value.scope, source()]))
}
