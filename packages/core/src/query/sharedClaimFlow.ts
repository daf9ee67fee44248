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
  let subscribers = 0
  let wasClaimed = false
  const onChange = () => {
    const state = flow.getState()
    if (wasClaimed || state.status !== 'claimed') return
    wasClaimed = true
    void cache.invalidateQueries({ queryKey: claimInfoKey(client.scope, invitationToken), refetchType: 'none' })
    const source = state.seat && sourceOf(state.seat)
    if (state.seat && source) rosterCache(cache, client.scope, source).settle(undefined, state.seat)
  }
  const shared: ClaimFlow = {
    getState: flow.getState,
    async claim() {
      await flow.claim()
      // Whoever called may be gone from the page by now.
      onChange()
    },
    subscribe(listener) {
      all.set(name, shared)
      subscribers++
      const unsubscribe = flow.subscribe(() => {
        onChange()
        listener()
      })
      return () => {
        unsubscribe()
        subscribers--
        // What is only read is read again next time; a claim is kept, or it would be sent twice.
        const { status } = flow.getState()
        if (subscribers === 0 && status !== 'claiming' && status !== 'claimed') all.delete(name)
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
