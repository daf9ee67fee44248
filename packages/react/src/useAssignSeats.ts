import type { SeatSource } from '@seats/core'
import {
  assignSeatsJob,
  assignSeatsQueryOptions,
  type AssignSeatsJob,
  type AssignSeatsJobOptions,
  type AssignSeatsState,
} from '@seats/core/query'
import { useQuery } from '@tanstack/react-query'
import { useSetUp } from './internal/useSetUp.ts'

export interface UseAssignSeatsResult extends AssignSeatsState, AssignSeatsJob {}

/**
 * Seats many people: `start(recipients)`, with progress, a result for each, `cancel` and `resume`. There is one such job
 * for a source, and it goes on while components come and go. Everybody shows on the roster at once.
 *
 * @param source the subscription or order whose seats these are; with `null` a job fails
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`; why a job never began is the result's `error`
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
  const { client, queryClient } = useSetUp()
  const { data } = useQuery(assignSeatsQueryOptions(client, source, queryClient), queryClient)
  return { ...data, ...assignSeatsJob(client, source, queryClient, options) }
}
