import {
  applySeatPlan,
  assignSeats,
  createClaimFlow,
  ensureRevoked,
  ensureSeat,
  isInvitationExpired,
  planSeats,
  reinviteSeat,
  summarizeRoster,
} from '@seats/core'
import { describe, expect, test } from 'vitest'
import { clientWithAnswers, errorOf } from '../../answers.ts'
import { roster, seat, source } from '../../seats.ts'

const recipient = { email: 'ada@example.com' }
const { client, requests } = clientWithAnswers()
const emptyPlan = { assign: [], revoke: [], reinvite: [], keep: [], shortfall: [] }

const workflows: [string, (options: object) => Promise<unknown>][] = [
  ['assignSeats', (options) => assignSeats(client, { source, recipients: [recipient] }, options)],
  ['applySeatPlan', (options) => applySeatPlan(client, { source, plan: emptyPlan }, options)],
  ['ensureSeat', (options) => ensureSeat(client, { source, recipient }, options)],
  ['ensureRevoked', (options) => ensureRevoked(client, { source, recipient }, options)],
  ['reinviteSeat', (options) => reinviteSeat(client, { source, seat: seat() }, options)],
]

describe.each(workflows)('%s sends nothing and refuses', (_name, run) => {
  test.each([
    ['concurrency', [NaN, 0, -1, '4', null]],
    ['ratePerMinute', [NaN, 0, -1, '4', null]],
    ['maxWait', [NaN, -1, '4', null, {}]],
    ['now', [5, NaN, new Date(), null]],
  ])('an invalid `%s`', async (name, values) => {
    for (const value of values) {
      const error = await errorOf(run({ [name]: value }))
      expect(error, String(value)).toMatchObject({
        code: 'ConfigurationError',
        detail: expect.stringContaining(`\`${name}\``),
      })
    }
    expect(requests).toEqual([])
  })
})

const pureFunctions: [string, (options: object) => unknown][] = [
  ['planSeats', (options) => planSeats(roster([]), [recipient], options)],
  ['isInvitationExpired', (options) => isInvitationExpired(seat(), options)],
  ['summarizeRoster', (options) => summarizeRoster(roster([]), options)],
]

test('createClaimFlow refuses an invalid `now`', () => {
  const createFlow = (now: unknown) => () => createClaimFlow(client, { invitation_token: 'x' }, { now } as object)
  for (const now of [5, NaN, new Date(), null]) expect(createFlow(now)).toThrow(/`now` is not a function/)
  expect(createFlow(Date.now)).not.toThrow()
})

test.each(pureFunctions)('%s refuses an invalid time', (_name, run) => {
  for (const now of [NaN, -1, Infinity, -Infinity, 8.64e15 + 1, '5', null, new Date()]) {
    expect(() => run({ now }), String(now)).toThrow(/`now`.*milliseconds since 1970/)
  }
  for (const now of [undefined, 0, Date.now(), 8.64e15]) expect(() => run({ now })).not.toThrow()
})

test('planSeats refuses an invalid `maxRevokes`', () => {
  for (const maxRevokes of [NaN, -1, '5', null]) {
    expect(() => planSeats(roster([]), [recipient], { maxRevokes } as object), String(maxRevokes)).toThrow(
      /`maxRevokes`.*people/,
    )
  }
  expect(() => planSeats(roster([]), [recipient], { maxRevokes: Infinity })).not.toThrow()
})
