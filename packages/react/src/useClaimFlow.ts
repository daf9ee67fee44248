'use client'

import type { ClaimFlowState } from '@seats/core'
import { sharedClaimFlow, type SharedClaimFlowOptions } from '@seats/core/query'
import { useMemo, useSyncExternalStore } from 'react'
import { useRequiredClients } from './internal/useRequiredClients.ts'

export interface UseClaimFlowResult {
  state: ClaimFlowState
  /**
   * Claims the seat. Calls while the claim is running send no second request. After a failure, another call continues
   * at the step that failed.
   */
  claim: () => Promise<void>
}

/**
 * Runs the steps of a claim page: `loading → ready → claiming → claimed`. If something goes wrong, the state is
 * `unavailable` or `failed`.
 *
 * Polar's invitation email links to Polar's portal, and the token is only in that link. An app with its own claim page
 * has to ask people for this link. An app with its own sign-up can assign seats with `immediate_claim` instead.
 *
 * @param invitationToken the `token` of the invitation link; the flow stays `loading` while it is `null` or `undefined`
 * @param options with `waitForBenefits`, the flow waits up to 15 s for the seat's benefits, and the state says when
 * they are granted
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. Later errors are in the state.
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 *
 * @example
 * ```tsx
 * import { useClaimFlow } from '@seats/react'
 *
 * export function ClaimPage({ token }: { token: string | null }) {
 *   const { state, claim } = useClaimFlow(token)
 *   if (!token) return <p role="alert">This link is incomplete.</p>
 *   switch (state.status) {
 *     case 'ready':
 *       return <button onClick={claim}>Join {state.info.organization_name}</button>
 *     case 'claimed':
 *       return <p>Welcome to {state.info.product_name}.</p>
 *     case 'unavailable':
 *     case 'failed':
 *       return <p role="alert">{state.error.detail}</p>
 *     default:
 *       return <p>One moment…</p>
 *   }
 * }
 * ```
 */
export function useClaimFlow(
  invitationToken: string | null | undefined,
  options?: SharedClaimFlowOptions,
): UseClaimFlowResult {
  const { client, queryClient } = useRequiredClients()
  const waitForBenefits = options?.waitForBenefits
  const { subscribe, getState, claim } = useMemo(
    () => sharedClaimFlow(client, invitationToken, queryClient, { waitForBenefits }),
    [client, invitationToken, queryClient, waitForBenefits],
  )
  const state = useSyncExternalStore(subscribe, getState, getServerState)
  return { state, claim }
}

const loading: ClaimFlowState = { status: 'loading' }
const getServerState = () => loading
