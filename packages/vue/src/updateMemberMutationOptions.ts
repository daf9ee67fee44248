import type { SeatsClient, TeamMember, UpdateMemberParams } from '@seats/core'
import { updateMemberMutationOptions as coreOptions, type SeatsCache } from '@seats/core/query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import type { TypedMutationOptions } from './internal/TypedMutationOptions.ts'

/**
 * Returns the options of the mutation that changes a member's name or role. Needs the session of a member who is an
 * owner or a billing manager. Pass the options to `useMutation`. In a component, `useUpdateMember` is shorter.
 *
 * @param client the client that sends the request
 * @param cache your QueryClient
 * @param options TanStack Query's options, such as `onSuccess`
 * @see https://polar.sh/docs/api-reference/customer-portal/members/update
 *
 * @example
 * ```ts
 * import { createSeatsClient, updateMemberMutationOptions } from '@seats/vue'
 * import { QueryClient } from '@tanstack/vue-query'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * export const options = updateMemberMutationOptions(client, new QueryClient())
 * ```
 */
export function updateMemberMutationOptions<OnMutateResult = unknown>(
  client: SeatsClient,
  cache: SeatsCache,
  options?: MutationOptionsInput<TeamMember, UpdateMemberParams, OnMutateResult>,
): TypedMutationOptions<TeamMember, UpdateMemberParams, OnMutateResult> {
  return coreOptions(client, cache, options)
}
