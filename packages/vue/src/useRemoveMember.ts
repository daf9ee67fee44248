import type { RemovedMember, RemoveMemberParams, SeatsError } from '@seats/core'
import { removeMemberMutationOptions } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each
 * option except `shallow` may be a ref.
 */
export type UseRemoveMemberOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  RemovedMember,
  RemoveMemberParams,
  OnMutateResult
>

/**
 * Removes a member of the paying customer: `mutate({ member_id })`. **The member also loses their seats** on all
 * subscriptions of the customer, so warn the user first. After the call, rosters show these seats as revoked. Needs the
 * session of a member who is an owner or a billing manager.
 *
 * @param options TanStack Query's options
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-portal/members/delete
 *
 * @example
 * ```ts
 * import { useRemoveMember } from '@seats/vue'
 *
 * export function useRemove() {
 *   const { mutate, error } = useRemoveMember()
 *   const remove = (member_id: string, name: string) =>
 *     confirm(`Remove ${name}? This takes their seats too.`) && mutate({ member_id })
 *   return { remove, error }
 * }
 * ```
 */
export function useRemoveMember<OnMutateResult = unknown>(
  options?: MaybeRefOrGetter<UseRemoveMemberOptions<OnMutateResult>>,
): UseMutationReturnType<RemovedMember, SeatsError, RemoveMemberParams, OnMutateResult> {
  return useSeatsMutation((client, cache) =>
    removeMemberMutationOptions(client, cache, resolveMutationOptions(options)),
  )
}
