import type { CustomerSeat, SeatInvitee, SeatsError, SeatSource } from '@seats/core'
import { assignSeatMutationOptions } from '@seats/core/query'
import type { UseMutationOptions, UseMutationResult } from '@tanstack/react-query'
import { useResettingMutation } from './internal/useResettingMutation.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. */
export type UseAssignSeatOptions<OnMutateResult = unknown> = Omit<
  UseMutationOptions<CustomerSeat, SeatsError, SeatInvitee, OnMutateResult>,
  'mutationKey' | 'mutationFn' | 'retry' | 'retryDelay' | 'networkMode'
>

/**
 * Gives someone a seat: `mutate(recipient)`. The new row is on the roster at once, is replaced by the one that the
 * server answers with, and comes off again where it refuses.
 *
 * @param source the subscription or order whose seat it is; with `null` the mutation is refused
 * @param options TanStack Query's own; your callbacks run after the roster is up to date
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`; what the call fails with is the result's `error`
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```tsx
 * import { useAssignSeat } from '@seats/react'
 * import { useState } from 'react'
 *
 * export function Invite({ subscriptionId }: { subscriptionId: string }) {
 *   const [email, setEmail] = useState('')
 *   const assign = useAssignSeat({ subscription_id: subscriptionId })
 *   return (
 *     <form
 *       onSubmit={(event) => {
 *         event.preventDefault()
 *         assign.mutate({ email }, { onSuccess: () => setEmail('') })
 *       }}
 *     >
 *       <input type="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
 *       <button disabled={assign.isPending}>Invite</button>
 *       {assign.error && <p role="alert">{assign.error.detail}</p>}
 *     </form>
 *   )
 * }
 * ```
 */
export function useAssignSeat<OnMutateResult = unknown>(
  source: SeatSource | null | undefined,
  options?: UseAssignSeatOptions<OnMutateResult>,
): UseMutationResult<CustomerSeat, SeatsError, SeatInvitee, OnMutateResult> {
  const { client, queryClient } = useSetUp()
  return useResettingMutation(assignSeatMutationOptions(client, source, queryClient, options))
}
