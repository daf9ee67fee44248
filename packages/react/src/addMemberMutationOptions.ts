import type { AddedMember, AddMemberParams, SeatsClient } from '@seats/core'
import { addMemberMutationOptions as coreOptions, type SeatsCache } from '@seats/core/query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import type { TypedMutationOptions } from './internal/TypedMutationOptions.ts'

/**
 * Returns the options of the mutation that adds a member. Needs the session of a member who is an owner or a billing
 * manager. Pass the options to `useMutation`. In a component, `useAddMember` is shorter.
 *
 * @param client the client that sends the request
 * @param cache your QueryClient
 * @param options TanStack Query's options, such as `onSuccess`
 * @see https://polar.sh/docs/api-reference/customer-portal/members/create
 *
 * @example
 * ```ts
 * import { createSeatsClient, addMemberMutationOptions } from '@seats/react'
 * import { QueryClient } from '@tanstack/react-query'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * export const options = addMemberMutationOptions(client, new QueryClient())
 * ```
 */
export function addMemberMutationOptions<OnMutateResult = unknown>(
  client: SeatsClient,
  cache: SeatsCache,
  options?: MutationOptionsInput<AddedMember, AddMemberParams, OnMutateResult>,
): TypedMutationOptions<AddedMember, AddMemberParams, OnMutateResult> {
  return coreOptions(client, cache, options)
}
