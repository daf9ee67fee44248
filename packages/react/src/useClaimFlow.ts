import type { ClaimFlowState } from '@seats/core'
import { sharedClaimFlow, type SharedClaimFlowOptions } from '@seats/core/query'
import { useMemo, useSyncExternalStore } from 'react'
import { useSetUp } from './internal/useSetUp.ts'

export interface UseClaimFlowResult {
  state: ClaimFlowState
  /** Claims the seat, once however often it is called; after a failure, goes on where it stopped. */
  claim: () => Promise<void>
}

/**
 * The claim page without its looks: `loading → ready → claiming → claimed`, or `unavailable`, or `failed`. With `null`
 * for a token it waits.
 *
 * Polar's own invitation email leads to Polar's portal, and the token is nowhere else: an app with a claim page of its
 * own must bring the token there itself, and one with its own sign-up assigns with `immediate_claim` instead.
 *
 * @param invitationToken the `token` of the invitation link
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`; what goes wrong later is in the state
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 *
 * @example
 * ```tsx
 * import { useClaimFlow } from '@seats/react'
 *
 * export function ClaimPage({ token }: { token: string | null }) {
 *   const { state, claim } = useClaimFlow(token)
 *   switch (state.status) {
 *     case 'ready':
 *       return <button onClick={claim}>Join {state.info.organization_name}</button>
 *     case 'claimed':
 *       return <p>Welcome to {state.info.product_name}.</p>
 *     case 'unavailable':
 *     case 'failed':
 *       return <p role="alert">{state.error.detail}</p>
 *     default:
 *       return <p>One moment …</p>
 *   }
 * }
 * ```
 */
export function useClaimFlow(
  invitationToken: string | null | undefined,
  options?: SharedClaimFlowOptions,
): UseClaimFlowResult {
  const { client, queryClient } = useSetUp()
  const waitForBenefits = options?.waitForBenefits
  const { subscribe, getState, claim } = useMemo(
    () => sharedClaimFlow(client, invitationToken, queryClient, { waitForBenefits }),
    [client, invitationToken, queryClient, waitForBenefits],
  )
  const state = useSyncExternalStore(subscribe, getState, onServer)
  return { state, claim }
}

const loading: ClaimFlowState = { status: 'loading' }
const onServer = () => loading
