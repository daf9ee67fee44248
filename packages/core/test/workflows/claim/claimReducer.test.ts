import { SeatsError, type SeatClaimInfo } from '@seats/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimReducer, type ClaimEvent, type ClaimFlowMemory } from '../../../src/workflows/claim/claimReducer.ts'
import type { ClaimPhase } from '../../../src/workflows/claim/claimTransitions.ts'
import { seat } from '../../seats.ts'

const info: SeatClaimInfo = {
  product_name: 'Team',
  product_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
  organization_name: 'Acme',
  organization_slug: 'acme',
  customer_email: 'ada@example.com',
  can_claim: true,
}
const lostAtMs = 1_000_000
const errorOf = (code: string, status?: number, isAmbiguous = false) =>
  new SeatsError({ code, detail: code, status, isAmbiguous })
const failure = (error: SeatsError, nowMs = lostAtMs): ClaimEvent => ({ type: 'failed', error, nowMs })

const events = {
  visited: { type: 'visited' },
  left: { type: 'left' },
  claim: { type: 'claim' },
  waited: { type: 'waited' },
  read: { type: 'read', info },
  answered: { type: 'answered', seat: seat(), customer_session_token: 'polar_mst_x', benefits: 'waiting' },
  benefits: { type: 'benefits', benefits: 'seen' },
  notFound: failure(errorOf('ResourceNotFound', 404)),
  invalidToken: failure(errorOf('InvalidInvitationToken', 400)),
  malformed: failure(errorOf('RequestValidationError', 422)),
  limited: failure(errorOf('RateLimited', 429)),
  lost: failure(errorOf('NetworkError', undefined, true)),
  down: failure(errorOf('ServerError', 503)),
  proxyPage: failure(errorOf('NotFound', 404)),
} satisfies Record<string, ClaimEvent>
type EventName = keyof typeof events
const eventNames = Object.keys(events) as EventName[]

/** For each phase, the events that lead from `idle` to that phase. */
const pathTo: Record<ClaimPhase, EventName[]> = {
  idle: [],
  loading: ['visited'],
  rate_limited: ['visited', 'limited'],
  paused: ['visited', 'limited', 'left'],
  not_loaded: ['visited', 'down'],
  ready: ['visited', 'read'],
  claiming: ['visited', 'read', 'claim'],
  settling: ['visited', 'read', 'claim', 'lost'],
  in_doubt: ['visited', 'read', 'claim', 'lost', 'down'],
  checking: ['visited', 'read', 'claim', 'lost', 'down', 'claim'],
  refused: ['visited', 'read', 'claim', 'down'],
  claimed: ['visited', 'read', 'claim', 'answered'],
  unavailable: ['visited', 'notFound'],
}
const phases = Object.keys(pathTo) as ClaimPhase[]

const firstMemory: ClaimFlowMemory = { phase: 'idle', state: { status: 'loading' } }
const memoryAfter = (names: EventName[]) =>
  names.reduce((memory, name) => claimReducer(memory, events[name]), firstMemory)

/** The events of the columns in `table`. */
const columns: EventName[] = [
  'visited',
  'left',
  'claim',
  'waited',
  'read',
  'answered',
  'benefits',
  'notFound',
  'invalidToken',
  'malformed',
  'limited',
  'lost',
  'down',
  'proxyPage',
]
/** For each phase, the phase after each event, in the order of `columns`. A dot means no change. */
const table: Record<ClaimPhase, string> = {
  idle: 'loading . . . . . . . . . . . . .',
  loading: '. idle . . ready . . unavailable unavailable unavailable rate_limited not_loaded not_loaded not_loaded',
  rate_limited: '. paused loading loading . . . . . . . . . .',
  paused: 'loading . loading . . . . . . . . . . .',
  not_loaded: '. . loading . . . . . . . . . . .',
  ready: '. . claiming . . . . . . . . . . .',
  claiming: '. . . . . claimed . unavailable unavailable unavailable refused settling refused refused',
  settling: '. . . . ready . . claimed claimed in_doubt in_doubt in_doubt in_doubt in_doubt',
  in_doubt: '. . checking . . . . . . . . . . .',
  checking: '. . . . claiming . . claimed claimed unavailable in_doubt in_doubt in_doubt in_doubt',
  refused: '. . claiming . . . . . . . . . . .',
  claimed: '. . . . . . claimed . . . . . . .',
  unavailable: '. . . . . . . . . . . . . .',
}

describe.each(phases)('the phase %s', (phase) => {
  test('can be reached', () => expect(memoryAfter(pathTo[phase]).phase).toBe(phase))
  test.each(columns.map((name, index) => [name, table[phase].split(' ')[index]] as const))(
    'after the event `%s`: %s',
    (name, expected) => {
      const memoryBefore = memoryAfter(pathTo[phase])
      const nextMemory = claimReducer(memoryBefore, events[name])
      expect(nextMemory === memoryBefore ? '.' : nextMemory.phase).toBe(expected)
    },
  )
})

/** The statuses that a page can show in each phase, with their `info`. */
const statusOfPhase: Record<ClaimPhase, { statuses: string[]; info?: SeatClaimInfo | null }> = {
  idle: { statuses: ['loading', 'failed'], info: null },
  loading: { statuses: ['loading', 'failed'], info: null },
  rate_limited: { statuses: ['failed'], info: null },
  paused: { statuses: ['failed'], info: null },
  not_loaded: { statuses: ['failed'], info: null },
  ready: { statuses: ['ready'], info },
  claiming: { statuses: ['claiming'], info },
  settling: { statuses: ['claiming'], info },
  in_doubt: { statuses: ['failed'], info },
  checking: { statuses: ['claiming'], info },
  refused: { statuses: ['failed'], info },
  claimed: { statuses: ['claimed'], info },
  unavailable: { statuses: ['unavailable'] },
}

test('after any events, the state fits the phase, and a final phase never changes', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...eventNames), { maxLength: 30 }), (names) => {
      let memory = firstMemory
      for (const name of names) {
        const nextMemory = claimReducer(memory, events[name])
        const expected = statusOfPhase[nextMemory.phase]
        expect(expected.statuses).toContain(nextMemory.state.status)
        expect('info' in nextMemory.state ? nextMemory.state.info : expected.info).toBe(expected.info)
        const isFinal = memory.phase === 'claimed' || memory.phase === 'unavailable'
        expect(isFinal ? nextMemory.phase : memory.phase).toBe(memory.phase)
        memory = nextMemory
      }
    }),
    { numRuns: 500 },
  )
})

describe('a token that is invalid after a lost claim, although the read before found it unused', () => {
  const claimingMemory = memoryAfter(['visited', 'read', 'claim', 'lost', 'read', 'claim'])
  const memoryAfterAnswer = (ms: number) =>
    claimReducer(claimingMemory, failure(errorOf('InvalidInvitationToken', 400), lostAtMs + ms))

  test('was used by that claim, if less than a minute has passed', () => {
    expect(memoryAfterAnswer(59_999).state).toEqual({
      status: 'claimed',
      info,
      seat: null,
      customer_session_token: null,
      benefits: 'unknown',
    })
  })
  test('was not used by that claim, if a minute or more has passed', () => {
    expect(memoryAfterAnswer(60_000).phase).toBe('unavailable')
  })
})

test('the page keeps the error of the lost claim, and does not show the error of the next read', () => {
  const { error } = events.lost as { error: SeatsError }
  expect(memoryAfter(['visited', 'read', 'claim', 'lost', 'down']).state).toEqual({ status: 'failed', error, info })
  expect(memoryAfter(['visited', 'read', 'claim', 'lost', 'read']).state).toEqual({ status: 'ready', error, info })
})

test('a page that loads again after a 429 keeps the error until the answer, unless the user has pressed the button', () => {
  expect(memoryAfter(['visited', 'limited', 'waited']).state).toMatchObject({ status: 'failed', info: null })
  expect(memoryAfter(['visited', 'limited', 'claim']).state).toEqual({ status: 'loading' })
})
