'use client'

import type { CustomerSeat, SeatInvitee, SeatsError, SeatSource } from '@seats/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { assignSeatMutationOptions } from './assignSeatMutationOptions.ts'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/** Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. */
export type UseAssignSeatOptions<OnMutateResult = unknown> = MutationOptionsInput<
  CustomerSeat,
  SeatInvitee,
  OnMutateResult
>

/**
 * Gives a person a seat: `mutate({ email })`. The roster shows the new row at once. When the server has assigned the
 * seat, the row shows the seat from the answer. If the call fails, the row is removed.
 *
 * @param source the subscription or order; the mutation fails while it is `null` or `undefined`
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
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
  return useSeatsMutation((client, cache) => assignSeatMutationOptions(client, source, cache, options))
}
