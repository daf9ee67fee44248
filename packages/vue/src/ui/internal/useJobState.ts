import type { SeatSource } from '@seats/core'
import { assignSeatsQueryOptions, type AssignSeatsState } from '@seats/core/query'
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import { useSeatsClient } from '../../exports/index.ts'

/** Returns the state of the bulk job. Does not load the code that runs a job. */
export function useJobState(source: () => SeatSource | null | undefined): ComputedRef<AssignSeatsState> {
  const client = useSeatsClient()
  const queryClient = useQueryClient()
  const options = computed(() => ({ ...assignSeatsQueryOptions(client.value, source(), queryClient), shallow: true }))
  const { data } = useQuery(options)
  return computed(() => data.value ?? options.value.initialData)
}
