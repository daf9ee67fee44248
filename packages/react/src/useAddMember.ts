'use client'

import type { AddedMember, AddMemberParams, SeatsError } from '@seats/core'
import type { UseMutationResult } from '@tanstack/react-query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'
import { addMemberMutationOptions } from './addMemberMutationOptions.ts'

/** Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. */
export type UseAddMemberOptions<OnMutateResult = unknown> = MutationOptionsInput<
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
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-portal/members/create
 *
 * @example
 * ```tsx
 * import { useAddMember } from '@seats/react'
 *
 * export function AddManager({ email }: { email: string }) {
 *   const { mutate, data } = useAddMember()
 *   return (
 *     <p>
 *       <button onClick={() => mutate({ email, role: 'billing_manager' })}>Add {email}</button>
 *       {data && (data.created ? 'Added' : 'Is a member already')}
 *     </p>
 *   )
 * }
 * ```
 */
export function useAddMember<OnMutateResult = unknown>(
  options?: UseAddMemberOptions<OnMutateResult>,
): UseMutationResult<AddedMember, SeatsError, AddMemberParams, OnMutateResult> {
  return useSeatsMutation((client, cache) => addMemberMutationOptions(client, cache, options))
}
