import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { pageRetry } from '../../internal/wire/pageRetry.ts'
import { retryAfterMs } from '../../internal/wire/retryDelay.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatClaimInfo } from '../../schemas/SeatClaimInfo.ts'
import { reportError } from '../run/reportError.ts'
import { watchClaim, type ClaimBenefits, type ClaimWatch } from './watchClaim.ts'

export interface ClaimFlowParams {
  invitation_token: string
  /** Follows the claim stream, as a hint of when what the seat brings is there. 15 s at most. */
  waitForBenefits?: boolean | undefined
}

export type ClaimFlowState =
  | { status: 'loading' }
  /** `error` is what a claim before this one failed with, although nothing came of it. */
  | { status: 'ready'; info: SeatClaimInfo; error?: SeatsError }
  | { status: 'claiming'; info: SeatClaimInfo }
  | {
      status: 'claimed'
      info: SeatClaimInfo
      /** Null where the claim's answer was lost: the seat is claimed, and the session went with the answer. */
      seat: CustomerSeat | null
      customer_session_token: string | null
      benefits: ClaimBenefits
    }
  /** The link is unknown, expired, used or revoked: the person needs another one. */
  | { status: 'unavailable'; error: SeatsError }
  /**
   * Something else went wrong: `claim()` goes on where it stopped. If the first look got a 429, the flow looks again by
   * itself when the server's time is over.
   */
  | { status: 'failed'; error: SeatsError; info: SeatClaimInfo | null }

export interface ClaimFlow {
  getState(): ClaimFlowState
  /** Calls back after each change. The first subscriber starts the flow; the last one to leave ends what only reads. */
  subscribe(onChange: () => void): () => void
  /** Claims the seat, once: a second call while it is under way is the same claim. */
  claim(): Promise<void>
}

/** Milliseconds to the next look at least, also if a 429 asks for less. */
const shortestWaitMs = 1_000

/** Milliseconds after which a claim that was sent has arrived, or never will: no server in between keeps it longer. */
const underWay = 60_000

/**
 * The claim page without its looks: `loading → ready → claiming → claimed`, or `unavailable`, or `failed`.
 *
 * Polar's own invitation email leads to Polar's portal, and the token is nowhere else: an app with a claim page of its
 * own must bring the token there itself, and one with its own sign-up assigns with `immediate_claim` instead.
 *
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
export function createClaimFlow(client: SeatsClient, params: ClaimFlowParams): ClaimFlow {
  const { invitation_token } = params
  let state: ClaimFlowState = { status: 'loading' }
  let loading: AbortController | undefined
  let claiming: Promise<void> | undefined
  let watch: ClaimWatch | undefined
  /** When a claim's answer was lost: if the token is refused from then on, that claim has used it up. */
  let lostAt: number | undefined
  /** A look since then has shown the token unused: only a claim that was still under way can have used it up. */
  let wasUnused = false
  const listeners = new Set<() => void>()

  const set = (next: ClaimFlowState) => {
    state = next
    for (const listener of listeners) {
      try {
        listener()
      } catch (error) {
        reportError(error)
      }
    }
  }

  async function load(): Promise<void> {
    loading?.abort()
    const current = new AbortController()
    loading = current
    try {
      const info = await client.getClaimInfo(invitation_token, { signal: current.signal, ...pageRetry(client) })
      if (loading === current) set({ status: 'ready', info })
    } catch (error) {
      if (loading === current) set(failure(error, null))
      // After a 429 the page looks again by itself, unless everybody has left by then.
      if (loading === current && isSeatsError(error) && isRateLimited(state)) {
        return void sleep(Math.max(retryAfterMs(error), shortestWaitMs), current.signal).then(load, () => {})
      }
    }
    if (loading === current) loading = undefined
  }

  async function send(info: SeatClaimInfo): Promise<void> {
    const before = state
    set({ status: 'claiming', info })
    try {
      // Not known yet what became of the last one: that comes first.
      if (before.status === 'failed' && lostAt !== undefined) await look()
      // Read now: whoever shares the flow may have asked for it since.
      if (params.waitForBenefits) watch = await watchClaim(client, invitation_token)
      const { seat, customer_session_token } = await client.claimSeat({ invitation_token })
      const benefits: ClaimBenefits = watch === undefined ? 'unknown' : 'waiting'
      set({ status: 'claimed', info, seat, customer_session_token, benefits })
      void watch?.benefits(seat.id).then(onBenefits)
      if (listeners.size === 0) watch?.close()
    } catch (error) {
      watch?.close()
      watch = undefined
      set(await settle(error, info))
    }
  }

  /** After a lost answer the info tells: a token that still leads somewhere is not used up. */
  async function settle(error: unknown, info: SeatClaimInfo): Promise<ClaimFlowState> {
    if (!isSeatsError(error) || !error.isAmbiguous) return failed(error, info)
    lostAt = client.now()
    wasUnused = false
    try {
      return { status: 'ready', info: await look(), error }
    } catch (second) {
      return isGone(second) ? failed(second, info) : failed(error, info)
    }
  }

  async function look(): Promise<SeatClaimInfo> {
    const info = await client.getClaimInfo(invitation_token)
    wasUnused = true
    return info
  }

  function failed(error: unknown, info: SeatClaimInfo): ClaimFlowState {
    const mayBeUsed = lostAt !== undefined && (!wasUnused || client.now() - lostAt < underWay)
    return mayBeUsed && isGone(error)
      ? { status: 'claimed', info, seat: null, customer_session_token: null, benefits: 'unknown' }
      : failure(error, info)
  }

  const onBenefits = (benefits: ClaimBenefits) => {
    if (state.status === 'claimed') set({ ...state, benefits })
  }

  return {
    getState: () => state,
    subscribe(onChange) {
      const listener = () => onChange()
      listeners.add(listener)
      const isToLook = state.status === 'loading' || isRateLimited(state)
      if (listeners.size === 1 && isToLook && loading === undefined) void load()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        loading?.abort()
        loading = undefined
        watch?.close()
      }
    },
    claim() {
      if (claiming !== undefined) return claiming
      if (state.status === 'failed' && state.info === null) {
        set({ status: 'loading' })
        return load()
      }
      if (state.status !== 'ready' && state.status !== 'failed') return Promise.resolve()
      const { info } = state
      if (info === null) return Promise.resolve()
      claiming = send(info).finally(() => {
        claiming = undefined
      })
      return claiming
    },
  }
}

function failure(error: unknown, info: SeatClaimInfo | null): ClaimFlowState {
  if (!isSeatsError(error)) throw error
  return isGone(error) || error.code === 'RequestValidationError'
    ? { status: 'unavailable', error }
    : { status: 'failed', error, info }
}

/** The first look got a 429. */
const isRateLimited = (state: ClaimFlowState) =>
  state.status === 'failed' && state.info === null && state.error.status === 429

/** In Polar's own words: any other 404 is a proxy's, or a wrong path's, and says nothing of the token. */
const isGone = (error: unknown) =>
  isSeatsError(error, 'ResourceNotFound') || isSeatsError(error, 'InvalidInvitationToken')
