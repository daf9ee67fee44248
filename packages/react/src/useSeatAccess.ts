'use client'

import type { SeatAccess, SeatsError, SeatSource } from '@seats/core'
import { accessState, type SeatAccessState } from '@seats/core/query'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { LiveRosterOption } from './LiveRosterOption.ts'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import { useLiveRoster } from './internal/useLiveRoster.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { seatAccessQueryOptions } from './seatAccessQueryOptions.ts'

/** Accepts `live`, and TanStack Query's options except the key, its hash and the function. */
export type UseSeatAccessOptions = QueryOptionsInput<SeatAccess, SeatAccess> & LiveRosterOption

/** TanStack Query's result, and `access`, which tells a page what to show. */
export type SeatAccessResult = UseQueryResult<SeatAccess, SeatsError> & {
  /** `checking` until there is an answer or an error, then `seated` or `not`. */
  access: SeatAccessState
}

/**
 * Reads whether the signed-in user has a seat that gives access. Use this only to hide parts of a page. To protect a
 * route, use `createSeatGate` of `@seats/server`.
 *
 * @param source the subscription or order; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `enabled`, and `live`
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```tsx
 * import { useSeatAccess } from '@seats/react'
 * import type { ReactNode } from 'react'
 *
 * export function Members({ subscriptionId, children }: { subscriptionId: string; children: ReactNode }) {
 *   const { access } = useSeatAccess({ subscription_id: subscriptionId })
 *   if (access === 'checking') return null
 *   return access === 'seated' ? children : <p>Ask your team for a seat.</p>
 * }
 * ```
 */
export function useSeatAccess(source: SeatSource | null | undefined, options?: UseSeatAccessOptions): SeatAccessResult {
  const { client, queryClient } = useRequiredClients()
  useLiveRoster(source, options?.live)
  const query = useQuery(seatAccessQueryOptions(client, source, options), queryClient)
  // Adds the state to the same object. A copy would read every field, and TanStack renders again whenever a field that
  // was read changes.
  return Object.assign(query, { access: accessState(query.data, query.error) })
}
