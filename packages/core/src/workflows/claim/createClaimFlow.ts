import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import { retryAfterMs } from '../../internal/wire/retryDelay.ts'
import { checkWorkflowOptions } from '../run/checkWorkflowOptions.ts'
import { reportError } from '../run/reportError.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import type { ClaimFlowState } from './ClaimFlowState.ts'
import { claimReducer, hasClaim, type ClaimEvent, type ClaimFlowMemory } from './claimReducer.ts'
import type { ClaimPhase } from './claimTransitions.ts'
import { watchClaim, type ClaimWatch } from './watchClaim.ts'

export interface ClaimFlowParams {
  invitation_token: string
  /** Follows the claim stream for at most 15 s, to learn when the seat's benefits are granted. Best effort. */
  waitForBenefits?: boolean | undefined
}

export interface ClaimFlow {
  getState(): ClaimFlowState
  /**
   * Calls `onChange` after each change. The first subscriber starts the flow. When the last subscriber leaves, the
   * loading of the invitation and the claim stream end. A claim that was sent goes on.
   */
  subscribe(onChange: () => void): () => void
  /** Claims the seat. A second call during a claim returns the same promise. A call after a failure tries again. */
  claim(): Promise<void>
}

/** The shortest pause before the invitation is loaded again, even if a 429 asks for less. */
const minWaitMs = 1_000

/**
 * Runs the logic of a claim page: `loading → ready → claiming → claimed`, or `unavailable`, or `failed`. All
 * transitions are in `claimTransitions.ts`.
 *
 * Polar's invitation email links to Polar's own portal, and only that email contains the token. So a claim page of your
 * own has to get the token in another way, for example by asking the person for the link in that email. An app with its
 * own sign-up can assign seats with `immediate_claim` instead.
 *
 * @param options `now`: the clock. Default: the client's.
 * @throws SeatsError `ConfigurationError` if `now` is not a function.
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 *
 * @example
 * ```ts
 * import { createClaimFlow, createSeatsClient } from '@seats/core'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const flow = createClaimFlow(client, { invitation_token: new URL(location.href).searchParams.get('token') ?? '' })
 * const unsubscribe = flow.subscribe(() => {
 *   const state = flow.getState()
 *   if (state.status === 'ready') console.log(`${state.info.organization_name} invites you to ${state.info.product_name}`)
 * })
 * document.querySelector('button')?.addEventListener('click', () => void flow.claim())
 * window.addEventListener('pagehide', unsubscribe)
 * ```
 */
export const createClaimFlow = (
  client: SeatsClient,
  params: ClaimFlowParams,
  options: Pick<WorkflowOptions, 'now'> = {},
): ClaimFlow => startClaimFlow(client, params, options).flow

/** Does the work of `createClaimFlow`. `hasClaim` returns whether a claim was sent that may use the invitation. */
export function startClaimFlow(
  client: SeatsClient,
  params: ClaimFlowParams,
  { now = client.now }: Pick<WorkflowOptions, 'now'> = {},
): { flow: ClaimFlow; hasClaim: () => boolean } {
  checkWorkflowOptions({ now })
  const { invitation_token } = params
  const listeners = new Set<() => void>()
  let memory: ClaimFlowMemory = { phase: 'idle', state: { status: 'loading' } }
  /** Aborts the loading or waiting of the current visit: the time in which the flow has a subscriber. */
  let visitController = new AbortController()
  let claimWatch: ClaimWatch | undefined
  let lastClaim: Promise<void> | undefined

  /** Applies an event. Resolves once the calls of the new phase have ended. */
  async function dispatch(event: ClaimEvent): Promise<void> {
    const before = memory
    // A listener may dispatch another event, which changes `memory`. So this call keeps its own result.
    const after = claimReducer(before, event)
    memory = after
    if (after.state !== before.state) notify()
    if (after.phase !== before.phase) await runPhase(after.phase, event)
  }

  async function runPhase(phase: ClaimPhase, event: ClaimEvent): Promise<void> {
    if (phase === 'loading') {
      visitController.abort()
      visitController = new AbortController()
      await readInvitation(visitController.signal)
    }
    if (phase === 'rate_limited' && event.type === 'failed') void waitAfter429(event.error)
    if (phase === 'checking' || phase === 'settling') await readInvitation()
    if (phase === 'claiming') await sendClaim()
  }

  /** @param visit Aborted when the visit ends. Not given for a read after a claim, which goes on after the visit. */
  async function readInvitation(visit?: AbortSignal): Promise<void> {
    let event: ClaimEvent
    try {
      const info = await client.getClaimInfo(
        invitation_token,
        visit && { signal: visit, ...retryWhilePageWaits(client) },
      )
      event = { type: 'read', info }
    } catch (error) {
      if (visit?.aborted) return
      event = failedEvent(error)
    }
    if (!visit?.aborted) await dispatch(event)
  }

  async function waitAfter429(error: SeatsError): Promise<void> {
    const { signal } = visitController
    await sleep(Math.max(retryAfterMs(error), minWaitMs), signal).catch(() => {})
    if (!signal.aborted) await dispatch({ type: 'waited' })
  }

  async function sendClaim(): Promise<void> {
    let event: ClaimEvent
    try {
      // Another component that shares this flow may have set this option since the flow was created.
      if (params.waitForBenefits) claimWatch = await watchClaim(client, invitation_token)
      const claimAnswer = await client.claimSeat({ invitation_token })
      event = { type: 'answered', ...claimAnswer, benefits: claimWatch === undefined ? 'unknown' : 'waiting' }
    } catch (error) {
      closeWatch()
      event = failedEvent(error)
    }
    await dispatch(event)
    if (event.type !== 'answered') return
    void claimWatch?.benefits(event.seat.id).then((benefits) => dispatch({ type: 'benefits', benefits }))
    if (listeners.size === 0) closeWatch()
  }

  function failedEvent(error: unknown): ClaimEvent {
    if (!isSeatsError(error)) throw error
    return { type: 'failed', error, nowMs: now() }
  }

  function closeWatch(): void {
    claimWatch?.close()
    claimWatch = undefined
  }

  function notify(): void {
    for (const listener of listeners) {
      try {
        listener()
      } catch (error) {
        reportError(error)
      }
    }
  }

  const flow: ClaimFlow = {
    getState: () => memory.state,
    subscribe(onChange) {
      const listener = () => onChange()
      listeners.add(listener)
      if (listeners.size === 1) void dispatch({ type: 'visited' })
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return
        void dispatch({ type: 'left' })
        visitController.abort()
        closeWatch()
      }
    },
    claim() {
      const before = memory
      const claimPromise = dispatch({ type: 'claim' })
      if (memory !== before) lastClaim = claimPromise
      return lastClaim ?? claimPromise
    },
  }
  return { flow, hasClaim: () => hasClaim(memory) }
}
