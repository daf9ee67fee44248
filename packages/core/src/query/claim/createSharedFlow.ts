import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { startClaimFlow, type ClaimFlow, type ClaimFlowParams } from '../../workflows/claim/createClaimFlow.ts'
import { keepEntry } from '../cache/keepEntry.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { claimInfoKey } from '../cache/seatsKeys.ts'
import { storeSeat } from '../roster/storeSeat.ts'

/** A claim flow in the registry of `sharedClaimFlow`. */
export interface SharedFlow {
  flow: ClaimFlow
  params: ClaimFlowParams
  /**
   * Returns whether the next component must get a new flow, because no component uses this flow and the cache was
   * cleared.
   */
  isForgotten(): boolean
}

interface SharedFlowEvents {
  /** A component has begun to use the flow. */
  onUsed: (sharedFlow: SharedFlow) => void
  /** No component uses the flow, and the next component must get a new flow. */
  onUnused: (sharedFlow: SharedFlow) => void
}

/** Creates a flow that many components can share. The flow updates the query cache once the seat is claimed. */
export function createSharedFlow(
  client: SeatsClient,
  params: ClaimFlowParams,
  cache: SeatsCache,
  { onUsed, onUnused }: SharedFlowEvents,
): SharedFlow {
  const { flow: claimFlow, hasClaim } = startClaimFlow(client, params)
  const infoKey = claimInfoKey(client.scope, params.invitation_token)
  // A marker for the claim in the query cache. The claim itself is not stored there: it contains a session token.
  const claimKey = [...infoKey, 'claim']
  const listeners = new Set<() => void>()
  let unsubscribe: (() => void) | undefined
  let isClaimStored = false

  const onChange = () => {
    const state = claimFlow.getState()
    if (isClaimStored || state.status !== 'claimed') return
    isClaimStored = true
    void cache.invalidateQueries({ queryKey: infoKey, refetchType: 'none' })
    if (state.seat) storeSeat(cache, client.scope, state.seat)
  }
  // After a claim, only a cleared cache makes the page forget this flow. A new flow would not know the result of the
  // claim, and could send the claim again.
  const isForgotten = () => listeners.size === 0 && hasClaim() && cache.getQueryData(claimKey) === undefined
  const leaveIfUnused = () => {
    if (listeners.size > 0) return
    unsubscribe?.()
    unsubscribe = undefined
    if (!hasClaim() || isForgotten()) onUnused(sharedFlow)
  }

  const flow: ClaimFlow = {
    getState: claimFlow.getState,
    async claim() {
      const claim = claimFlow.claim()
      if (claimFlow.getState().status === 'claiming') keepEntry(cache, claimKey, true)
      await claim
      // All components may have left the page during the claim.
      onChange()
      leaveIfUnused()
    },
    subscribe(listener) {
      const ownListener = () => listener()
      onUsed(sharedFlow)
      listeners.add(ownListener)
      unsubscribe ??= claimFlow.subscribe(() => {
        onChange()
        for (const notify of listeners) notify()
      })
      return () => {
        listeners.delete(ownListener)
        // React's StrictMode unsubscribes and subscribes again at once.
        queueMicrotask(leaveIfUnused)
      }
    },
  }
  const sharedFlow: SharedFlow = { flow, params, isForgotten }
  return sharedFlow
}
