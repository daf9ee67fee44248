import type { SeatsClient } from '../createSeatsClient.ts'
import { createClaimFlow, type ClaimFlow, type ClaimFlowState } from '../workflows/createClaimFlow.ts'
import { missing } from './missing.ts'
import { sourceOf } from './sourceOf.ts'
import { rosterCache } from './overlay.ts'
import type { SeatsCache } from './SeatsCache.ts'
import { claimInfoKey } from './seatsKeys.ts'

export interface SharedClaimFlowOptions {
  /** Follows the claim stream, as a hint of when what the seat brings is there. 15 s at most. */
  waitForBenefits?: boolean | undefined
}

const flows = new WeakMap<object, Map<string, ClaimFlow>>()

/**
 * The one claim flow of an invitation on a page, whatever components come and go: a claim that is under way, or done,
 * is not begun again. A roster in the cache shows the seat claimed.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { sharedClaimFlow, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const flow = (queryClient: SeatsCache, token: string) => sharedClaimFlow(client, token, queryClient)
 * ```
 */
export function sharedClaimFlow(
  client: SeatsClient,
  invitationToken: string | null,
  cache: SeatsCache,
  { waitForBenefits }: SharedClaimFlowOptions = {},
): ClaimFlow {
  if (invitationToken === null) return waiting
  const all = flows.get(cache) ?? new Map<string, ClaimFlow>()
  flows.set(cache, all)
  const name = JSON.stringify([client.scope, invitationToken, waitForBenefits])
  const known = all.get(name)
  if (known !== undefined) return known

  const flow = createClaimFlow(client, { invitation_token: invitationToken, waitForBenefits })
  const listeners = new Set<() => void>()
  let unsubscribe: (() => void) | undefined
  let wasClaimed = false
  const onChange = () => {
    const state = flow.getState()
    if (wasClaimed || state.status !== 'claimed') return
    wasClaimed = true
    void cache.invalidateQueries({ queryKey: claimInfoKey(client.scope, invitationToken), refetchType: 'none' })
    const source = state.seat && sourceOf(state.seat)
    if (state.seat && source) rosterCache(cache, client.scope, source).settle(undefined, state.seat)
  }
  const leave = () => {
    if (listeners.size > 0) return
    unsubscribe?.()
    unsubscribe = undefined
    // What is only read is read again next time; a claim is kept, or it would be sent twice.
    const { status } = flow.getState()
    if (status !== 'claiming' && status !== 'claimed') all.delete(name)
  }
  const shared: ClaimFlow = {
    getState: flow.getState,
    async claim() {
      await flow.claim()
      // Whoever called may be gone from the page by now.
      onChange()
    },
    subscribe(listener) {
      const own = () => listener()
      all.set(name, shared)
      listeners.add(own)
      unsubscribe ??= flow.subscribe(() => {
        onChange()
        listeners.forEach((call) => call())
      })
      return () => {
        listeners.delete(own)
        // React's StrictMode leaves and comes back in one go.
        queueMicrotask(leave)
      }
    },
  }
  all.set(name, shared)
  return shared
}

const loading: ClaimFlowState = { status: 'loading' }

const waiting: ClaimFlow = {
  getState: () => loading,
  subscribe: () => () => {},
  claim: () => Promise.reject(missing('invitation token')),
}
