import { createSeatsClient } from '@seats/core'
import { followRoster, seatsQueryOptions } from '@seats/core/query'
import { startEmulator } from '@seats/emulator'
import { createSeatsHandler } from '@seats/server'
import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'

const emulator = await startEmulator()
afterAll(() => emulator.close())

const polar = createSeatsClient({
  accessToken: 'polar_oat_acme',
  baseURL: 'http://emulator.test',
  fetch: (request) => emulator.fetch(request),
})

type AnswerStream = (request: Request) => Response | Promise<Response>

/** Functions to call at the end of a test. */
const cleanups: (() => void)[] = []
let source: { subscription_id: string }

beforeEach(() => {
  // Makes each random pause as long as possible.
  vi.spyOn(Math, 'random').mockReturnValue(1)
  source = { subscription_id: emulator.reset()['acme/sub'] ?? '' }
})
afterEach(() => {
  cleanups.splice(0).forEach((end) => end())
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/**
 * Mounts a page with a live roster. Each of `streamAnswers` answers one request for a stream, and the last of them also
 * answers all later requests. If there are none, the guard answers.
 */
async function mountLiveRoster(...streamAnswers: AnswerStream[]) {
  const calls: string[] = []
  /** Functions that release the held reads of the roster. */
  const heldReads: (() => void)[] = []
  let isHolding = false
  const handler = createSeatsHandler({
    client: polar,
    basePath: '/api/seats',
    authorize: () => ({ sources: [source] }),
    ratePerMinute: { actor: 10_000 },
  })
  const client = createSeatsClient({
    baseURL: '/api/seats',
    retry: false,
    fetch: async (request) => {
      const isStream = request.url.includes('/events?')
      calls.push(isStream ? 'EVENTS' : request.method)
      const answer = isStream && (streamAnswers.length > 1 ? streamAnswers.shift() : streamAnswers[0])
      if (answer) return answer(request)
      const response = await handler(request)
      if (isHolding) await new Promise<void>((resolve) => heldReads.push(resolve))
      return response
    },
  })
  const cache = new QueryClient()
  const roster = new QueryObserver(cache, seatsQueryOptions(client, source))
  const unsubscribe = roster.subscribe(() => {})
  const unfollow = followRoster(client, source, cache)
  cleanups.push(
    unfollow,
    unsubscribe,
    () => handler.close(),
    () => cache.clear(),
  )
  await vi.waitUntil(() => roster.getCurrentResult().isSuccess && calls.includes('EVENTS'))
  return {
    calls,
    handler,
    unfollow,
    heldReads,
    holdReads: () => void (isHolding = true),
    countCalls: (call: string) => calls.filter((one) => one === call).length,
    shown: () => roster.getCurrentResult().data?.seats.map(({ email, status }) => `${email} ${status}`),
  }
}

const neverAnswer = () => new Promise<Response>(() => {})
const respondWith = (status: number) => () => new Response(null, { status })

/** Creates a stream that the test writes to. */
function createStream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const onCancel = vi.fn<() => void>()
  const body = new ReadableStream<Uint8Array>({ start: (opened) => void (controller = opened), cancel: onCancel })
  const answer: AnswerStream = () => new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  const write = (text: string) => controller?.enqueue(new TextEncoder().encode(text))
  return { answer, write, onCancel, close: () => controller?.close() }
}

const advanceSeconds = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
const invite = (email: string) => polar.assignSeat({ ...source, email })

test('a stream that ends at once is opened again after longer and longer pauses', async () => {
  vi.useFakeTimers()
  const { countCalls } = await mountLiveRoster(() => {
    const { answer, write, close } = createStream()
    write('retry: 3000\n\n')
    close()
    return answer(new Request('http://app.test'))
  })
  await advanceSeconds(60)
  expect(countCalls('EVENTS')).toBeGreaterThan(3)
  expect(countCalls('EVENTS')).toBeLessThan(8)
  expect(countCalls('GET')).toBeLessThan(8)
})

test('no change is missed if the stream cannot be opened for more than a minute', async () => {
  vi.useFakeTimers()
  let isDown = true
  const page = await mountLiveRoster(async (request) => (isDown ? respondWith(503)() : page.handler(request)))
  await invite('ada@example.com')
  await advanceSeconds(70)
  expect(page.shown()).toEqual([])
  isDown = false
  await advanceSeconds(31)
  await vi.waitFor(() => expect(page.shown()).toEqual(['ada@example.com pending']))
})

test.for([401, 403, 404])('a stream that worked before is opened again after a %i', async (status) => {
  vi.useFakeTimers()
  const first = createStream()
  const last = createStream()
  const { countCalls, shown } = await mountLiveRoster(first.answer, respondWith(status), last.answer)
  await vi.waitUntil(() => countCalls('EVENTS') === 1)
  await advanceSeconds(20)
  first.close()
  await advanceSeconds(1)
  await invite('ada@example.com')
  await advanceSeconds(5)
  expect(countCalls('EVENTS')).toBe(3)
  await vi.waitFor(() => expect(shown()).toEqual(['ada@example.com pending']))
})

test.for([404, 405, 200])(
  'a server that answers %i has no live events, and gets no second request for them',
  async (status) => {
    vi.useFakeTimers()
    await invite('ada@example.com')
    const { countCalls } = await mountLiveRoster(respondWith(status))
    await advanceSeconds(60)
    expect(countCalls('EVENTS')).toBe(1)
    expect(countCalls('GET')).toBe(5)
  },
)

test.for([
  ['are never answered', neverAnswer],
  ['are answered with a 503', respondWith(503)],
] as const)('if stream requests %s, the roster is polled while an invitation is pending', async ([, answerStream]) => {
  vi.useFakeTimers()
  const { id } = await invite('ada@example.com')
  const { countCalls, shown } = await mountLiveRoster(answerStream)
  const reads = countCalls('GET')
  await advanceSeconds(60)
  expect(countCalls('EVENTS')).toBeGreaterThan(2)
  expect(countCalls('GET') - reads).toBeGreaterThanOrEqual(1)
  expect(countCalls('GET') - reads).toBeLessThanOrEqual(4)
  await polar.revokeSeat(id)
  await advanceSeconds(60)
  await vi.waitFor(() => expect(shown()).toEqual(['null revoked']))
  const countAfter = countCalls('GET')
  await advanceSeconds(120)
  expect(countCalls('GET')).toBe(countAfter)
})

test('a stream is tried only once for an object with only the methods of a client', async () => {
  vi.useFakeTimers()
  let attempts = 0
  const bare = Object.defineProperty({ ...polar }, Symbol.for('@seats/core/internals'), {
    get: () => void attempts++,
  })
  cleanups.push(followRoster(bare, source, new QueryClient()))
  await vi.advanceTimersByTimeAsync(120_000)
  expect(attempts).toBe(1)
})

test('a stream is closed if the page is hidden while the stream opens', async () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  const { answer, onCancel } = createStream()
  const opening = Promise.withResolvers<Response>()
  const { countCalls } = await mountLiveRoster(() => opening.promise)
  page.visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
  opening.resolve(await answer(new Request('http://app.test')))
  await vi.waitFor(() => expect(onCancel).toHaveBeenCalledTimes(1))
  expect(countCalls('EVENTS')).toBe(1)
})

test('a stream is closed if it opens after the page was left', async () => {
  const { answer, onCancel } = createStream()
  const opening = Promise.withResolvers<Response>()
  const { unfollow } = await mountLiveRoster(() => opening.promise)
  unfollow()
  opening.resolve(await answer(new Request('http://app.test')))
  await vi.waitFor(() => expect(onCancel).toHaveBeenCalledTimes(1))
})

test.for([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20])(
  'a stream is closed if the page is left %i microtasks after it opened',
  async (microtasks) => {
    const { answer, onCancel } = createStream()
    const opening = Promise.withResolvers<Response>()
    const { unfollow } = await mountLiveRoster(() => opening.promise)
    opening.resolve(await answer(new Request('http://app.test')))
    for (let count = 0; count < microtasks; count++) await Promise.resolve()
    unfollow()
    await vi.waitFor(() => expect(onCancel).toHaveBeenCalledTimes(1))
  },
)

test('an invalid seat event causes a read of the roster', async () => {
  const { answer, write } = createStream()
  const { shown } = await mountLiveRoster(answer)
  await invite('ada@example.com')
  write('event: seat\ndata: {"id": 1}\n\n')
  await vi.waitFor(() => expect(shown()).toEqual(['ada@example.com pending']))
})

test.for([0, 4, 8, 12, 16, 20, 30, 40, 60])(
  'a change %i microtasks after the answer to a read causes one more read',
  async (microtasks) => {
    const { answer, write } = createStream()
    const { holdReads, heldReads } = await mountLiveRoster(answer)
    holdReads()
    const changed = () => write('event: changed\ndata: {}\n\n')
    const answerRead = async () => {
      await vi.waitUntil(() => heldReads.length > 0)
      heldReads.shift()?.()
    }
    changed()
    await answerRead()
    for (let count = 0; count < microtasks; count++) await Promise.resolve()
    changed()
    await answerRead()
    // A third read would be sent by a timer, and would be held a few tasks later.
    for (let count = 0; count < 5; count++) await new Promise((resolve) => setTimeout(resolve))
    expect(heldReads).toEqual([])
  },
)

test('twenty changes in a row cause two reads, and the page shows the result', async () => {
  const { answer, write } = createStream()
  const { countCalls, shown } = await mountLiveRoster(answer)
  await invite('ada@example.com')
  const before = countCalls('GET')
  for (let change = 0; change < 20; change++) {
    write('event: changed\ndata: {}\n\n')
    await Promise.resolve()
  }
  await vi.waitFor(() => expect(shown()).toEqual(['ada@example.com pending']))
  // One read was under way at the second change, and another read follows it.
  await vi.waitFor(() => expect(countCalls('GET') - before).toBe(2))
})

test('2,000 changes cause few reads, and the last change is shown', async () => {
  vi.useFakeTimers()
  const { answer, write } = createStream()
  const { calls, countCalls, shown } = await mountLiveRoster(answer)
  const before = countCalls('GET')
  for (let change = 0; change < 2000; change++) {
    write('event: changed\ndata: {}\n\n')
    await vi.advanceTimersByTimeAsync(5)
  }
  // 10 s have passed. Each read waits longer than the previous one.
  expect(countCalls('GET') - before).toBeLessThanOrEqual(6)
  await invite('ada@example.com')
  write('event: changed\ndata: {}\n\n')
  await advanceSeconds(5)
  await vi.waitFor(() => expect(shown()).toEqual(['ada@example.com pending']))
  const countAfter = countCalls('GET')
  await advanceSeconds(15)
  expect(countCalls('GET')).toBe(countAfter)
  // After a pause without changes, the next change is shown at once.
  await invite('grace@example.com')
  write('event: changed\ndata: {}\n\n')
  await vi.waitFor(() => expect(shown()).toContain('grace@example.com pending'))
  expect(calls.filter((call) => call === 'EVENTS')).toHaveLength(1)
})

test('any number of changes during a read cause one more read', async () => {
  vi.useFakeTimers()
  const { answer, write } = createStream()
  const { holdReads, heldReads, countCalls } = await mountLiveRoster(answer)
  holdReads()
  const before = countCalls('GET')
  const change = () => write('event: changed\ndata: {}\n\n')
  for (let count = 0; count < 200; count++) change()
  await advanceSeconds(4)
  for (let count = 0; count < 200; count++) change()
  await advanceSeconds(4)
  expect([heldReads.length, countCalls('GET') - before]).toEqual([1, 1])
  heldReads.shift()?.()
  await advanceSeconds(4)
  expect([heldReads.length, countCalls('GET') - before]).toEqual([1, 2])
  heldReads.shift()?.()
  await advanceSeconds(4)
  expect([heldReads.length, countCalls('GET') - before]).toEqual([0, 2])
})
