import type { CustomerSeat, SeatInvitee, SeatsError, SeatSource } from '@seats/core'
import { assignSeatMutationOptions } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { readSource, resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each
 * option except `shallow` may be a ref.
 */
export type UseAssignSeatOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  CustomerSeat,
  SeatInvitee,
  OnMutateResult
>

/**
 * Gives a person a seat: `mutate({ email })`. The roster shows the new row at once. When the server has assigned the
 * seat, the row shows the seat from the answer. If the call fails, the row is removed.
 *
 * @param source the subscription or order, as a value, ref or getter; the mutation fails while it is `null` or
 * `undefined`
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
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
  return useSeatsMutation((client, cache) =>
    assignSeatMutationOptions(client, readSource(source), cache, resolveMutationOptions(options)),
  )
}
