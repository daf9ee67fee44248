import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { ClaimFlow } from '../../workflows/claim/createClaimFlow.ts'
import type { ClaimFlowState } from '../../workflows/claim/ClaimFlowState.ts'
import { cacheRegistry } from '../cache/cacheRegistry.ts'
import { missingError } from '../cache/missingError.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { createSharedFlow, type SharedFlow } from './createSharedFlow.ts'

export interface SharedClaimFlowOptions {
  /** Follows the claim stream for at most 15 s, to learn when the seat's benefits are granted. Best effort. */
  waitForBenefits?: boolean | undefined
}

const flowsByCache = /* @__PURE__ */ cacheRegistry<SharedFlow>()

/**
 * Returns the claim flow of an invitation. All components of a page share it, so a claim is sent only once, even if the
 * component that sent it has left the page. After the claim, a cached roster shows the seat as claimed. After
 * `queryClient.clear()`, a flow that no component uses is forgotten.
 *
 * @param invitationToken the `token` of the invitation link. If it is null or undefined, the flow stays `loading`
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
  if (invitationToken === null || invitationToken === undefined) return waitingForToken
  const flows = flowsByCache(cache)
  const name = JSON.stringify([client.scope, invitationToken])
  const existingFlow = flows.get(name)
  if (existingFlow !== undefined && !existingFlow.isForgotten()) {
    existingFlow.params.waitForBenefits ||= waitForBenefits
    return existingFlow.flow
  }
  const params = { invitation_token: invitationToken, waitForBenefits }
  const sharedFlow = createSharedFlow(client, params, cache, {
    onUsed: (usedFlow) => flows.set(name, usedFlow),
    onUnused: (unusedFlow) => void (flows.get(name) === unusedFlow && flows.delete(name)),
  })
  flows.set(name, sharedFlow)
  return sharedFlow.flow
}

const loading: ClaimFlowState = { status: 'loading' }

const waitingForToken: ClaimFlow = {
  getState: () => loading,
  subscribe: () => () => {},
  claim: () => Promise.reject(missingError('invitation token')),
}
