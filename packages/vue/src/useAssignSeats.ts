import type { SeatSource } from '@seats/core'
import {
  assignSeatsJob,
  assignSeatsQueryOptions,
  type AssignSeatsJob,
  type AssignSeatsJobOptions,
  type AssignSeatsState,
} from '@seats/core/query'
import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { readSource } from './internal/readInputs.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'

export type UseAssignSeatsReturn = {
  [Key in keyof AssignSeatsState]: ComputedRef<AssignSeatsState[Key]>
} & AssignSeatsJob

/**
 * Gives seats to many people: `start(recipients)`. Returns the progress and a result for each person, and functions
 * that cancel and resume the job. A source has one job at a time. The job continues when the component unmounts. As far
 * as seats are free, the roster shows the new rows at once.
 *
 * @param source the subscription or order, as a value, ref or getter; a job fails while it is `null` or `undefined`
 * @param options the largest number of calls per minute, and the largest number of calls at the same time
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If a job cannot start, the returned `error` is set.
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```ts
 * import { useAssignSeats } from '@seats/vue'
 *
 * export function useImport(subscription_id: string) {
 *   const { status, progress, start, cancel, resume } = useAssignSeats({ subscription_id })
 *   const invite = (emails: string[]) => start(emails.map((email) => ({ email })))
 *   return { status, progress, invite, cancel, resume }
 * }
 * ```
 */
export function useAssignSeats(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<AssignSeatsJobOptions>,
): UseAssignSeatsReturn {
  const { client, queryClient } = useRequiredClients()
  const queryOptions = computed(() => ({
    ...assignSeatsQueryOptions(client.value, readSource(source), queryClient),
    shallow: true,
  }))
  const { data } = useQuery(queryOptions, queryClient)
  const state = computed(() => data.value ?? queryOptions.value.initialData)
  const job = () => assignSeatsJob(client.value, readSource(source), queryClient, toValue(options))
  return {
    status: computed(() => state.value.status),
    recipients: computed(() => state.value.recipients),
    progress: computed(() => state.value.progress),
    report: computed(() => state.value.report),
    error: computed(() => state.value.error),
    start: (recipients) => job().start(recipients),
    cancel: () => job().cancel(),
    resume: () => job().resume(),
    reset: () => job().reset(),
  }
}
