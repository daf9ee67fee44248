import type { RemovedMember, RemoveMemberParams, SeatsClient } from '@seats/core'
import { removeMemberMutationOptions as coreOptions, type SeatsCache } from '@seats/core/query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import type { TypedMutationOptions } from './internal/TypedMutationOptions.ts'

/**
 * Returns the options of the mutation that removes a member and their seats. Needs the session of a member who is an
 * owner or a billing manager. Pass the options to `useMutation`. In a component, `useRemoveMember` is shorter.
 *
 * @param client the client that sends the request
 * @param cache your QueryClient
 * @param options TanStack Query's options, such as `onSuccess`
 * @see https://polar.sh/docs/api-reference/customer-portal/members/delete
 *
 * @example
 * ```ts
 * import { createSeatsClient, removeMemberMutationOptions } from '@seats/vue'
 * import { QueryClient } from '@tanstack/vue-query'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * export const options = removeMemberMutationOptions(client, new QueryClient())
 * ```
 */
export function removeMemberMutationOptions<OnMutateResult = unknown>(
  client: SeatsClient,
  cache: SeatsCache,
  options?: MutationOptionsInput<RemovedMember, RemoveMemberParams, OnMutateResult>,
): TypedMutationOptions<RemovedMember, RemoveMemberParams, OnMutateResult> {
  return coreOptions(client, cache, options)
}
