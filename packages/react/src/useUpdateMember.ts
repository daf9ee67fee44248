'use client'

import type { SeatsError, TeamMember, UpdateMemberParams } from '@seats/core'
import type { UseMutationResult } from '@tanstack/react-query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'
import { updateMemberMutationOptions } from './updateMemberMutationOptions.ts'

/** Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. */
export type UseUpdateMemberOptions<OnMutateResult = unknown> = MutationOptionsInput<
  TeamMember,
  UpdateMemberParams,
  OnMutateResult
>

/**
 * Changes a member's name or role: `mutate({ member_id, name, role })`. Cached rosters are read again, because they
 * show the name. Needs the session of a member who is an owner or a billing manager.
 *
 * @param options TanStack Query's options
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-portal/members/update
 *
 * @example
 * ```tsx
 * import { useUpdateMember } from '@seats/react'
 *
 * export function Promote({ memberId }: { memberId: string }) {
 *   const { mutate, error } = useUpdateMember()
 *   return (
 *     <p>
 *       <button onClick={() => mutate({ member_id: memberId, role: 'billing_manager' })}>Make billing manager</button>
 *       {error && <span role="alert">{error.detail}</span>}
 *     </p>
 *   )
 * }
 * ```
 */
export function useUpdateMember<OnMutateResult = unknown>(
  options?: UseUpdateMemberOptions<OnMutateResult>,
): UseMutationResult<TeamMember, SeatsError, UpdateMemberParams, OnMutateResult> {
  return useSeatsMutation((client, cache) => updateMemberMutationOptions(client, cache, options))
}
