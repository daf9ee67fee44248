import type { CallOptions, SeatsClient, SeatsClientOptions } from '@seats/core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { clientWithAnswers, errorOf } from '../../answers.ts'
import { roster, seat, source } from '../../seats.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const defaultOptions: SeatsClientOptions = { accessToken: 'polar_oat_test', retry: undefined }
const rateLimitedResponse = (headers: Record<string, string> = {}) => new Response('', { status: 429, headers })

/** Creates a client with all defaults, whose first `refusals` calls are answered with a 429. */
function clientWithRefusals(refusals: number, headers?: Record<string, string>) {
  const sentAtMs: number[] = []
  const { client } = clientWithAnswers((request) => {
    sentAtMs.push(Date.now())
    if (sentAtMs.length <= refusals) return rateLimitedResponse(headers)
    return Response.json(request.method === 'GET' ? roster([]) : seat())
  }, defaultOptions)
  return { client, sentAtMs, pauses: () => sentAtMs.slice(1).map((time, index) => time - (sentAtMs[index] ?? 0)) }
}

const listSeats = (client: SeatsClient, options?: CallOptions) => client.listSeats(source, options)
const assignSeat = (client: SeatsClient, options?: CallOptions) =>
  client.assignSeat({ ...source, email: 'ada@example.com' }, options)

describe('with all defaults', () => {
  test.each([
    ['a list', listSeats, { 'retry-after': '60' }],
    ['a list whose Retry-After cannot be read', listSeats, undefined],
    ['a list with an invalid Retry-After', listSeats, { 'retry-after': '-5' }],
    ['an assign', assignSeat, { 'retry-after': '60' }],
    ['an assign whose Retry-After cannot be read', assignSeat, undefined],
  ])('%s is sent again a minute after a 429, and succeeds', async (_what, call, headers) => {
    const { client, pauses } = clientWithRefusals(1, headers)
    const answer = call(client)
    await vi.advanceTimersByTimeAsync(61_000)
    await expect(answer).resolves.toBeTruthy()
    expect(pauses()).toHaveLength(1)
    expect(pauses()[0]).toBeGreaterThanOrEqual(60_000)
  })

  test('a call fails at once if the wait would be five minutes, as after too many claim streams', async () => {
    const { client, sentAtMs } = clientWithRefusals(1, { 'retry-after': '300' })
    expect(await errorOf(listSeats(client))).toMatchObject({ code: 'RateLimited', retryAfter: 300 })
    expect(sentAtMs).toHaveLength(1)
  })
})

test.each([
  ['a number of 400 digits', '9'.repeat(400)],
  ['a number of 20 digits', '9'.repeat(20)],
  ['a date in the year 9999', 'Fri, 31 Dec 9999 23:59:59 GMT'],
])('for %s in Retry-After, `retryAfter` is a large but finite number', async (_what, header) => {
  const { client } = clientWithRefusals(1, { 'retry-after': header })
  const error = await errorOf(listSeats(client))
  expect(error.retryAfter).toBe(2 ** 31)
  expect(JSON.parse(JSON.stringify(error)).retryAfter).toBe(2 ** 31)
})

test.each(['-5', '5, 10', '1e3', '0x10', 'NaN', 'Infinity', '60 seconds', '2026-08-01', '+5'])(
  'Retry-After %j is ignored',
  async (header) => {
    const { client } = clientWithAnswers(() => rateLimitedResponse({ 'retry-after': header }), {
      ...defaultOptions,
      retry: false,
    })
    expect((await errorOf(listSeats(client))).retryAfter).toBeUndefined()
  },
)

test('a date in Retry-After is compared with the server’s date, because the clock of this machine may be wrong', async () => {
  const headers = { date: 'Sat, 01 Aug 2026 10:00:00 GMT', 'retry-after': 'Sat, 01 Aug 2026 10:00:30 GMT' }
  const { client } = clientWithAnswers(() => rateLimitedResponse(headers), {
    ...defaultOptions,
    retry: false,
    now: () => 0,
  })
  expect((await errorOf(listSeats(client))).retryAfter).toBe(30)
})

describe('giveUpAfter', () => {
  const retry = { giveUpAfter: 10_000 }

  test.each([[undefined], [{ 'retry-after': '60' }], [{ 'retry-after': '11' }]])(
    'prevents a pause that would end after this time: %o',
    async (headers) => {
      const { client, sentAtMs } = clientWithRefusals(1, headers)
      expect(await errorOf(listSeats(client, { retry }))).toMatchObject({ code: 'RateLimited' })
      expect(sentAtMs).toHaveLength(1)
    },
  )

  test('counts all pauses of a call together', async () => {
    const { client, sentAtMs } = clientWithRefusals(2, { 'retry-after': '6' })
    const error = errorOf(listSeats(client, { retry }))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await error).toMatchObject({ code: 'RateLimited', retryAfter: 6 })
    expect(sentAtMs).toHaveLength(2)
  })

  test('does not change short pauses', async () => {
    const { client } = clientWithRefusals(2, { 'retry-after': '2' })
    const answer = listSeats(client, { retry })
    await vi.advanceTimersByTimeAsync(10_000)
    await expect(answer).resolves.toBeTruthy()
  })
})

test('a pause that is longer than a timer can wait is not skipped', async () => {
  const monthMs = 30 * 24 * 60 * 60_000
  const { client, sentAtMs } = clientWithRefusals(1, { 'retry-after': String(monthMs / 1000) })
  const answer = listSeats(client, { retry: { maxDelay: Infinity } })
  await vi.advanceTimersByTimeAsync(monthMs - 1)
  expect(sentAtMs).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1_000)
  await answer
  expect(sentAtMs).toHaveLength(2)
  expect(vi.getTimerCount()).toBe(0)
})
