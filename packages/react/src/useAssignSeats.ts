'use client'

import type { SeatSource } from '@seats/core'
import {
  assignSeatsJob,
  type AssignSeatsJob,
  type AssignSeatsJobOptions,
  type AssignSeatsState,
} from '@seats/core/query'
import { useQuery } from '@tanstack/react-query'
import { assignSeatsQueryOptions } from './assignSeatsQueryOptions.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'

export interface UseAssignSeatsResult extends AssignSeatsState, AssignSeatsJob {}

/**
 * Gives seats to many people: `start(recipients)`. Returns the progress and a result for each person, and functions
 * that cancel and resume the job. A source has one job at a time. The job continues when the component unmounts. As far
 * as seats are free, the roster shows the new rows at once.
 *
 * @param source the subscription or order; a job fails while it is `null` or `undefined`
 * @param options the largest number of calls per minute, and the largest number of calls at the same time
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If a job cannot start, the returned `error` is set.
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```tsx
 * import { useAssignSeats } from '@seats/react'
 *
 * export function Import({ subscriptionId, emails }: { subscriptionId: string; emails: string[] }) {
 *   const { status, progress, start, cancel, resume } = useAssignSeats({ subscription_id: subscriptionId })
 *   if (status === 'running') return <button onClick={cancel}>Stop at {progress?.done ?? 0}</button>
 *   if (status === 'stopped') return <button onClick={resume}>Go on</button>
 *   return <button onClick={() => start(emails.map((email) => ({ email })))}>Invite all</button>
 * }
 * ```
 */
export function useAssignSeats(
  source: SeatSource | null | undefined,
  options?: AssignSeatsJobOptions,
): UseAssignSeatsResult {
  const { client, queryClient } = useRequiredClients()
  const { data } = useQuery(assignSeatsQueryOptions(client, source, queryClient), queryClient)
  return { ...data, ...assignSeatsJob(client, source, queryClient, options) }
}
