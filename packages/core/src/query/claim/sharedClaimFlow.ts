import type { SeatsClient } from '../../client/createSeatsClient.ts'
import {
  createClaimFlow,
  type ClaimFlow,
  type ClaimFlowParams,
  type ClaimFlowState,
} from '../../workflows/claim/createClaimFlow.ts'
import { keepEntry } from '../bulk/keepEntry.ts'
import { missing } from '../cache/missing.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { sourceOf } from '../roster/sourceOf.ts'
import { rosterCache } from '../roster/rosterCache.ts'
import { claimInfoKey } from '../cache/seatsKeys.ts'

export interface SharedClaimFlowOptions {
  /** Follows the claim stream, as a hint of when what the seat brings is there. 15 s at most. */
  waitForBenefits?: boolean | undefined
}

/** A flow, and what it is asked for. */
interface Shared {
  flow: ClaimFlow
  params: ClaimFlowParams
  /** Whether it was left with a claim that the cache knows nothing of any more. */
  isForgotten: () => boolean
}

const flows = new WeakMap<object, Map<string, Shared>>()

/**
 * The one claim flow of an invitation on a page, whatever components come and go: a claim that is under way, or done,
 * is not begun again. A roster in the cache shows the seat claimed. With `queryClient.clear()` it is forgotten.
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
  invitationToken: string | null | undefined,
  cache: SeatsCache,
  { waitForBenefits }: SharedClaimFlowOptions = {},
): ClaimFlow {
  if (invitationToken === null || invitationToken === undefined) return waiting
  const all = flows.get(cache) ?? new Map<string, Shared>()
  flows.set(cache, all)
  const name = JSON.stringify([client.scope, invitationToken])
  const known = all.get(name)
  if (known !== undefined && !known.isForgotten()) {
    known.params.waitForBenefits ||= waitForBenefits
    return known.flow
  }

  const params: ClaimFlowParams = { invitation_token: invitationToken, waitForBenefits }
  const flow = createClaimFlow(client, params)
  const infoKey = claimInfoKey(client.scope, invitationToken)
  // Stands for a claim in the cache, which this page may outlive: the claim itself has a session's token.
  const claimKey = [...infoKey, 'claim']
  const listeners = new Set<() => void>()
  let unsubscribe: (() => void) | undefined
  let wasClaimed = false
  let wasLost = false
  const onChange = () => {
    const state = flow.getState()
    if ('error' in state && state.error?.isAmbiguous) wasLost = true
    if (wasClaimed || state.status !== 'claimed') return
    wasClaimed = true
    void cache.invalidateQueries({ queryKey: infoKey, refetchType: 'none' })
    const source = state.seat && sourceOf(state.seat)
    if (state.seat && source) rosterCache(cache, client.scope, source).settle(undefined, state.seat)
  }
  // A look since has shown the invitation open: the next visit looks again.
  const isLost = () => wasLost && flow.getState().status !== 'ready'
  const hasClaim = () => wasClaimed || isLost() || flow.getState().status === 'claiming'
  const isForgotten = () => listeners.size === 0 && hasClaim() && cache.getQueryData(claimKey) === undefined
  const leave = () => {
    if (listeners.size > 0) return
    unsubscribe?.()
    unsubscribe = undefined
    // What is only read is read again next time; a claim is kept, or it would be sent twice.
    if (all.get(name) === shared && (!hasClaim() || isForgotten())) all.delete(name)
  }
  const shared: Shared = {
    params,
    isForgotten,
    flow: {
      getState: flow.getState,
      async claim() {
        const claim = flow.claim()
        if (flow.getState().status === 'claiming') keepEntry(cache, claimKey, true)
        await claim
        // Whoever called may be gone from the page by now.
        onChange()
        leave()
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
    },
  }
  all.set(name, shared)
  return shared.flow
}

const loading: ClaimFlowState = { status: 'loading' }

const waiting: ClaimFlow = {
  getState: () => loading,
  subscribe: () => () => {},
  claim: () => Promise.reject(missing('invitation token')),
}
