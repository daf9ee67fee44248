/** The steps of a claim flow. A page shows some of them in the same way: see `stateOf` in `claimReducer.ts`. */
export type ClaimPhase =
  /** No listener is subscribed, and nothing has been loaded. */
  | 'idle'
  | 'loading'
  /** Loading got a 429. A timer is running. */
  | 'rate_limited'
  /** Loading got a 429, and the last subscriber has left. */
  | 'paused'
  | 'not_loaded'
  | 'ready'
  | 'claiming'
  /** The claim's answer was lost. The invitation is being read to find out whether the claim used it. */
  | 'settling'
  /** The invitation could not be read after a lost claim, so it is not known whether the seat is claimed. */
  | 'in_doubt'
  /** The person tries again: the invitation is being read before another claim is sent. */
  | 'checking'
  /** The claim failed, and the seat was not claimed. */
  | 'refused'
  | 'claimed'
  | 'unavailable'

export type ClaimSignal =
  /** The first subscriber arrived. */
  | 'visited'
  /** The last subscriber left. */
  | 'left'
  /** The person pressed the button. */
  | 'claim'
  /** The pause that a 429 asked for is over. */
  | 'waited'
  /** The invitation was read: it can be claimed. */
  | 'read'
  /** The seat was claimed. */
  | 'answered'
  | 'benefits'
  | ClaimFailure

/** The ways in which a read or a claim can fail. */
export type ClaimFailure =
  /** Polar says that the token is no longer valid. */
  | 'gone'
  /** Polar says that the token is not valid, but a claim whose answer was lost may have used it just before. */
  | 'used'
  /** The token does not have the form of an invitation token. */
  | 'malformed'
  | 'limited'
  /** The claim may have reached the server. */
  | 'lost'
  | 'failed'

/** The next phase for each phase and signal. A signal that has no entry changes nothing. */
export const claimTransitions: Record<ClaimPhase, Partial<Record<ClaimSignal, ClaimPhase>>> = {
  idle: { visited: 'loading' },
  loading: {
    left: 'idle',
    read: 'ready',
    gone: 'unavailable',
    malformed: 'unavailable',
    limited: 'rate_limited',
    failed: 'not_loaded',
  },
  rate_limited: { left: 'paused', waited: 'loading', claim: 'loading' },
  paused: { visited: 'loading', claim: 'loading' },
  not_loaded: { claim: 'loading' },
  ready: { claim: 'claiming' },
  claiming: {
    answered: 'claimed',
    used: 'claimed',
    gone: 'unavailable',
    malformed: 'unavailable',
    lost: 'settling',
    limited: 'refused',
    failed: 'refused',
  },
  settling: {
    read: 'ready',
    gone: 'claimed',
    malformed: 'in_doubt',
    limited: 'in_doubt',
    failed: 'in_doubt',
  },
  in_doubt: { claim: 'checking' },
  checking: {
    read: 'claiming',
    gone: 'claimed',
    malformed: 'unavailable',
    limited: 'in_doubt',
    failed: 'in_doubt',
  },
  refused: { claim: 'claiming' },
  claimed: { benefits: 'claimed' },
  unavailable: {},
}
