import type { SeatsError, TeamMember, UpdateMemberParams } from '@seats/core'
import { updateMemberMutationOptions } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each
 * option except `shallow` may be a ref.
 */
export type UseUpdateMemberOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  TeamMember,
  UpdateMemberParams,
  OnMutateResult
>

/**
 * Changes a member's name or role: `mutate({ member_id, name, role })`. Cached rosters are read again, because they
 * show the name. Needs the session of a member who is an owner or a billing manager.
 *
 * @param options TanStack Query's options
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-portal/members/update
 *
 * @example
 * ```ts
 * import { useUpdateMember } from '@seats/vue'
 *
 * export function usePromote() {
 *   const { mutate, error } = useUpdateMember()
 *   return { promote: (member_id: string) => mutate({ member_id, role: 'billing_manager' }), error }
 * }
 * ```
 */
export function useUpdateMember<OnMutateResult = unknown>(
  options?: MaybeRefOrGetter<UseUpdateMemberOptions<OnMutateResult>>,
): UseMutationReturnType<TeamMember, SeatsError, UpdateMemberParams, OnMutateResult> {
  return useSeatsMutation((client, cache) =>
    updateMemberMutationOptions(client, cache, resolveMutationOptions(options)),
  )
}
