import type { AddedMember, AddMemberParams, SeatsError } from '@seats/core'
import { addMemberMutationOptions } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each
 * option except `shallow` may be a ref.
 */
export type UseAddMemberOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  AddedMember,
  AddMemberParams,
  OnMutateResult
>

/**
 * Adds a member to the paying customer: `mutate({ email, name, role })`. The new member gets no seat and no mail. Needs
 * the session of a member who is an owner or a billing manager. The result's `created` is false if a member already had
 * this address.
 *
 * @param options TanStack Query's options
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-portal/members/create
 *
 * @example
 * ```ts
 * import { useAddMember } from '@seats/vue'
 *
 * export function useAddManager() {
 *   const { mutate, data, error } = useAddMember()
 *   return { add: (email: string) => mutate({ email, role: 'billing_manager' }), added: data, error }
 * }
 * ```
 */
export function useAddMember<OnMutateResult = unknown>(
  options?: MaybeRefOrGetter<UseAddMemberOptions<OnMutateResult>>,
): UseMutationReturnType<AddedMember, SeatsError, AddMemberParams, OnMutateResult> {
  return useSeatsMutation((client, cache) => addMemberMutationOptions(client, cache, resolveMutationOptions(options)))
}
