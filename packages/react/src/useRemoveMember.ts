'use client'

import type { RemovedMember, RemoveMemberParams, SeatsError } from '@seats/core'
import type { UseMutationResult } from '@tanstack/react-query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'
import { removeMemberMutationOptions } from './removeMemberMutationOptions.ts'

/** Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. */
export type UseRemoveMemberOptions<OnMutateResult = unknown> = MutationOptionsInput<
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
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-portal/members/delete
 *
 * @example
 * ```tsx
 * import { useRemoveMember } from '@seats/react'
 *
 * export function Remove({ memberId, name }: { memberId: string; name: string }) {
 *   const { mutate } = useRemoveMember()
 *   const remove = () => confirm(`Remove ${name}? This takes their seats too.`) && mutate({ member_id: memberId })
 *   return <button onClick={remove}>Remove</button>
 * }
 * ```
 */
export function useRemoveMember<OnMutateResult = unknown>(
  options?: UseRemoveMemberOptions<OnMutateResult>,
): UseMutationResult<RemovedMember, SeatsError, RemoveMemberParams, OnMutateResult> {
  return useSeatsMutation((client, cache) => removeMemberMutationOptions(client, cache, options))
}
