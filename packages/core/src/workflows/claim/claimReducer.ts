import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import type { CustomerSeatClaimResponse } from '../../schemas/CustomerSeatClaimResponse.ts'
import type { SeatClaimInfo } from '../../schemas/SeatClaimInfo.ts'
import type { ClaimFlowState } from './ClaimFlowState.ts'
import { claimTransitions, type ClaimFailure, type ClaimPhase, type ClaimSignal } from './claimTransitions.ts'
import type { ClaimBenefits } from './watchClaim.ts'

export type ClaimEvent =
  | { type: 'visited' | 'left' | 'claim' | 'waited' }
  | { type: 'read'; info: SeatClaimInfo }
  | ({ type: 'answered'; benefits: ClaimBenefits } & CustomerSeatClaimResponse)
  | { type: 'benefits'; benefits: ClaimBenefits }
  /** A read or a claim failed. `nowMs` is the server's time. */
  | { type: 'failed'; error: SeatsError; nowMs: number }

export interface ClaimFlowMemory {
  phase: ClaimPhase
  /** The state that a page shows. */
  state: ClaimFlowState
  /** The invitation, once it was read. */
  info?: SeatClaimInfo
  /** The error of the last claim whose answer was lost, and the server's time of the loss. */
  lostClaim?: { error: SeatsError; atMs: number }
}

/** The longest time that a claim can take to reach the server, because no proxy holds a request longer. */
const maxDeliveryMs = 60_000

/** Returns the flow after an event, or the same object if the event changes nothing. */
export function claimReducer(memory: ClaimFlowMemory, event: ClaimEvent): ClaimFlowMemory {
  const signal = signalOf(memory, event)
  const phase = claimTransitions[memory.phase][signal]
  if (phase === undefined) return memory
  const nextMemory: ClaimFlowMemory = { ...memory, phase }
  if (event.type === 'read') nextMemory.info = event.info
  if (event.type === 'failed' && signal === 'lost') nextMemory.lostClaim = { error: event.error, atMs: event.nowMs }
  return { ...nextMemory, state: stateOf(nextMemory, memory, event) }
}

/** Returns whether a claim was sent that may have used the invitation, or may still use it. */
export const hasClaim = ({ phase, lostClaim }: ClaimFlowMemory): boolean =>
  // After a lost answer, `ready` means that a read has found the invitation unused.
  phase === 'claiming' || phase === 'claimed' || (lostClaim !== undefined && phase !== 'ready')

function signalOf({ phase, lostClaim }: ClaimFlowMemory, event: ClaimEvent): ClaimSignal {
  if (event.type !== 'failed') return event.type
  const failure = claimFailure(event.error)
  const isClaim = phase === 'claiming'
  if (failure === 'lost' && !isClaim) return 'failed'
  // The lost claim may have reached the server after the read that found the invitation unused.
  const mayBeLostClaim = lostClaim !== undefined && event.nowMs - lostClaim.atMs < maxDeliveryMs
  return failure === 'gone' && isClaim && mayBeLostClaim ? 'used' : failure
}

function claimFailure(error: SeatsError): ClaimFailure {
  if (error.isAmbiguous) return 'lost'
  // These two codes come from Polar. Any other 404 comes from a proxy or a wrong path.
  if (isSeatsError(error, 'ResourceNotFound') || isSeatsError(error, 'InvalidInvitationToken')) return 'gone'
  if (error.code === 'RequestValidationError') return 'malformed'
  return error.status === 429 ? 'limited' : 'failed'
}

/** Returns the state that a page shows in the new phase. */
function stateOf(
  { phase, info, lostClaim }: ClaimFlowMemory,
  before: ClaimFlowMemory,
  event: ClaimEvent,
): ClaimFlowState {
  const { state } = before
  if (phase === 'loading') return event.type === 'claim' ? { status: 'loading' } : state
  if (event.type === 'failed' && phase === 'unavailable') return { status: 'unavailable', error: event.error }
  if (event.type === 'failed' && (phase === 'rate_limited' || phase === 'not_loaded')) {
    return { status: 'failed', error: event.error, info: null }
  }
  if (info === undefined) return state
  switch (phase) {
    case 'ready':
      return { status: 'ready', info, ...(lostClaim && { error: lostClaim.error }) }
    case 'claiming':
    case 'checking':
    case 'settling':
      return state.status === 'claiming' ? state : { status: 'claiming', info }
    case 'refused':
    case 'in_doubt': {
      const error = before.phase === 'settling' ? lostClaim?.error : event.type === 'failed' ? event.error : undefined
      return error ? { status: 'failed', error, info } : state
    }
    case 'claimed':
      return claimedState(info, state, event)
    default:
      return state
  }
}

function claimedState(info: SeatClaimInfo, state: ClaimFlowState, event: ClaimEvent): ClaimFlowState {
  if (event.type === 'benefits') return state.status === 'claimed' ? { ...state, benefits: event.benefits } : state
  if (event.type !== 'answered') {
    return { status: 'claimed', info, seat: null, customer_session_token: null, benefits: 'unknown' }
  }
  const { seat, customer_session_token, benefits } = event
  return { status: 'claimed', info, seat, customer_session_token, benefits }
}
