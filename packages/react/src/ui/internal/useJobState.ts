import type { SeatSource } from '@seats/core'
import type { AssignSeatsState } from '@seats/core/query'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { assignSeatsQueryOptions, useSeatsClient } from '../../exports/index.ts'

/** Returns the state of the bulk job. Does not load the code that runs a job. */
export function useJobState(source: SeatSource | null | undefined): AssignSeatsState {
  const client = useSeatsClient()
  const queryClient = useQueryClient()
  return useQuery(assignSeatsQueryOptions(client, source, queryClient)).data
}
