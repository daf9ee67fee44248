import type { SeatSource } from '@seats/core'
import type { AssignSeatsState } from '@seats/core/query'
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import { assignSeatsQueryOptions, useSeatsClient } from '../../exports/index.ts'

/** Returns the state of the bulk job, without the code that runs one. */
export function useJobState(source: () => SeatSource | null | undefined): ComputedRef<AssignSeatsState | undefined> {
  const client = useSeatsClient()
  const queryClient = useQueryClient()
  const { data } = useQuery(computed(() => assignSeatsQueryOptions(client.value, source(), queryClient)))
  return computed(() => data.value)
}
