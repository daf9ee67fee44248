import type { CustomerSeat, SeatInvitee, SeatsError, SeatSource } from '@seats/core'
import { assignSeatMutationOptions } from '@seats/core/query'
import { useMutation, type UseMutationReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter } from 'vue'
import { resolveMutationOptions, type OwnMutationOptions } from './internal/mutationOptions.ts'
import { readSource } from './internal/readSource.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. Each may be a ref. */
export type UseAssignSeatOptions<OnMutateResult = unknown> = OwnMutationOptions<
  CustomerSeat,
  SeatInvitee,
  OnMutateResult
>

/**
 * Gives someone a seat: `mutate(recipient)`. The new row is on the roster at once, is replaced by the one that the
 * server answers with, and comes off again where it refuses.
 *
 * @param source the subscription or order whose seat it is; with `null` the mutation is refused
 * @param options TanStack Query's own; your callbacks run after the roster is up to date
 * @throws SeatsError `ConfigurationError` without `seatsPlugin`; what the call fails with is the result's `error`
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```ts
 * import { useAssignSeat } from '@seats/vue'
 * import { ref } from 'vue'
 *
 * export function useInvite(subscription_id: string) {
 *   const email = ref('')
 *   const { mutate, error, isPending } = useAssignSeat({ subscription_id })
 *   const submit = () => mutate({ email: email.value }, { onSuccess: () => (email.value = '') })
 *   return { email, submit, error, isPending }
 * }
 * ```
 */
export function useAssignSeat<OnMutateResult = unknown>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseAssignSeatOptions<OnMutateResult>>,
): UseMutationReturnType<CustomerSeat, SeatsError, SeatInvitee, OnMutateResult> {
  const { client, queryClient } = useSetUp()
  return useMutation(
    computed(() =>
      assignSeatMutationOptions(client.value, readSource(source), queryClient, resolveMutationOptions(options)),
    ),
    queryClient,
  )
}
