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

type Events = (request: Request) => Response | Promise<Response>

/** Functions to call at the end of a test. */
const endings: (() => void)[] = []
let source: { subscription_id: string }

beforeEach(() => {
  // Makes each pause as long as it can be.
  vi.spyOn(Math, 'random').mockReturnValue(1)
  source = { subscription_id: emulator.reset()['acme/sub'] ?? '' }
})
afterEach(() => {
  endings.splice(0).forEach((end) => end())
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Mounts a page with a live roster. `events` answers its streams in order, and the last one answers all later streams. */
async function follow(...events: Events[]) {
  const calls: string[] = []
  /** The lists that the test holds. */
  const held: (() => void)[] = []
  let holding = false
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
      const answer = isStream && (events.length > 1 ? events.shift() : events[0])
      if (answer) return answer(request)
      const response = await handler(request)
      if (holding) await new Promise<void>((resolve) => held.push(resolve))
      return response
    },
  })
  const cache = new QueryClient()
  const roster = new QueryObserver(cache, seatsQueryOptions(client, source))
  const unsubscribe = roster.subscribe(() => {})
  const leave = followRoster(client, source, cache)
  endings.push(
    leave,
    unsubscribe,
    () => handler.close(),
    () => cache.clear(),
  )
  await vi.waitUntil(() => roster.getCurrentResult().isSuccess && calls.includes('EVENTS'))
  return {
    calls,
    handler,
    leave,
    held,
    hold: () => void (holding = true),
    count: (call: string) => calls.filter((one) => one === call).length,
    shown: () => roster.getCurrentResult().data?.seats.map(({ email, status }) => `${email} ${status}`),
  }
}

const never = () => new Promise<Response>(() => {})
const failing = (status: number) => () => new Response(null, { status })

/** Creates a stream that the test writes to. */
function stream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const onCancel = vi.fn<() => void>()
  const body = new ReadableStream<Uint8Array>({ start: (opened) => void (controller = opened), cancel: onCancel })
  const answer: Events = () => new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  const write = (text: string) => controller?.enqueue(new TextEncoder().encode(text))
  return { answer, write, onCancel, close: () => controller?.close() }
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)
const invite = (email: string) => polar.assignSeat({ ...source, email })

test('a stream that ends at once is opened less and less often', async () => {
  vi.useFakeTimers()
  const { count } = await follow(() => {
    const { answer, write, close } = stream()
    write('retry: 3000\n\n')
    close()
    return answer(new Request('http://app.test'))
  })
  await seconds(60)
  expect(count('EVENTS')).toBeGreaterThan(3)
  expect(count('EVENTS')).toBeLessThan(8)
  expect(count('GET')).toBeLessThan(8)
})

test('no change is missed if the stream cannot be opened for more than a minute', async () => {
  vi.useFakeTimers()
  let down = true
  const page = await follow(async (request) => (down ? failing(503)() : page.handler(request)))
  await invite('ada@example.com')
  await seconds(70)
  expect(page.shown()).toEqual([])
  down = false
  await seconds(31)
  await vi.waitFor(() => expect(page.shown()).toEqual(['ada@example.com pending']))
})

test.for([401, 403, 404])('a stream that worked before is opened again after a %i', async (status) => {
  vi.useFakeTimers()
  const first = stream()
  const last = stream()
  const { count, shown } = await follow(first.answer, failing(status), last.answer)
  await vi.waitUntil(() => count('EVENTS') === 1)
  await seconds(20)
  first.close()
  await seconds(1)
  await invite('ada@example.com')
  await seconds(5)
  expect(count('EVENTS')).toBe(3)
  await vi.waitFor(() => expect(shown()).toEqual(['ada@example.com pending']))
})

test.for([404, 405, 200])('a server without events, which answers %i, is not asked again', async (status) => {
  vi.useFakeTimers()
  await invite('ada@example.com')
  const { count } = await follow(failing(status))
  await seconds(60)
  expect(count('EVENTS')).toBe(1)
  expect(count('GET')).toBe(5)
})

test.for([
  ['never answers', never],
  ['is overloaded', failing(503)],
] as const)(
  'while the server of events %s, the roster is read again as long as somebody is invited',
  async ([, events]) => {
    vi.useFakeTimers()
    const { id } = await invite('ada@example.com')
    const { count, shown } = await follow(events)
    const reads = count('GET')
    await seconds(60)
    expect(count('EVENTS')).toBeGreaterThan(2)
    expect(count('GET') - reads).toBeGreaterThanOrEqual(1)
    expect(count('GET') - reads).toBeLessThanOrEqual(4)
    await polar.revokeSeat(id)
    await seconds(60)
    await vi.waitFor(() => expect(shown()).toEqual(['null revoked']))
    const after = count('GET')
    await seconds(120)
    expect(count('GET')).toBe(after)
  },
)

test('a page that is hidden while its stream opens does not keep it', async () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  const { answer, onCancel } = stream()
  const opening = Promise.withResolvers<Response>()
  const { count } = await follow(() => opening.promise)
  page.visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
  opening.resolve(await answer(new Request('http://app.test')))
  await vi.waitFor(() => expect(onCancel).toHaveBeenCalledTimes(1))
  expect(count('EVENTS')).toBe(1)
})

test('a stream that opens after the page was left is closed', async () => {
  const { answer, onCancel } = stream()
  const opening = Promise.withResolvers<Response>()
  const { leave } = await follow(() => opening.promise)
  leave()
  opening.resolve(await answer(new Request('http://app.test')))
  await vi.waitFor(() => expect(onCancel).toHaveBeenCalledTimes(1))
})

test.for([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20])(
  'a stream is closed by a page that leaves %i microtasks after it came',
  async (later) => {
    const { answer, onCancel } = stream()
    const opening = Promise.withResolvers<Response>()
    const { leave } = await follow(() => opening.promise)
    opening.resolve(await answer(new Request('http://app.test')))
    for (let turn = 0; turn < later; turn++) await Promise.resolve()
    leave()
    await vi.waitFor(() => expect(onCancel).toHaveBeenCalledTimes(1))
  },
)

test('a seat event that cannot be read causes a read of the roster', async () => {
  const { answer, write } = stream()
  const { shown } = await follow(answer)
  await invite('ada@example.com')
  write('event: seat\ndata: {"id": 1}\n\n')
  await vi.waitFor(() => expect(shown()).toEqual(['ada@example.com pending']))
})

test.for([0, 4, 8, 12, 16, 20, 30, 40, 60])(
  'what changes %i microtasks after a list was answered is read once, and not twice',
  async (later) => {
    const { answer, write } = stream()
    const { hold, held } = await follow(answer)
    hold()
    const changed = () => write('event: changed\ndata: {}\n\n')
    const list = async () => {
      await vi.waitUntil(() => held.length > 0)
      held.shift()?.()
    }
    changed()
    await list()
    for (let turn = 0; turn < later; turn++) await Promise.resolve()
    changed()
    await list()
    // The timer that settles a list would start another list, which would be held a few tasks later.
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve))
    expect(held).toEqual([])
  },
)

test('many changes in a row do not keep a list from arriving', async () => {
  const { answer, write } = stream()
  const { count, shown } = await follow(answer)
  await invite('ada@example.com')
  const before = count('GET')
  for (let change = 0; change < 20; change++) {
    write('event: changed\ndata: {}\n\n')
    await Promise.resolve()
  }
  await vi.waitFor(() => expect(shown()).toEqual(['ada@example.com pending']))
  // The list that was under way at the second change, and the list after it.
  await vi.waitFor(() => expect(count('GET') - before).toBe(2))
})

test('many changes cause few lists, one at a time, and the last change is shown', async () => {
  vi.useFakeTimers()
  const { answer, write } = stream()
  const { calls, count, shown } = await follow(answer)
  const before = count('GET')
  for (let change = 0; change < 2000; change++) {
    write('event: changed\ndata: {}\n\n')
    await vi.advanceTimersByTimeAsync(5)
  }
  // After 10 s. Each list waits longer than the one before it.
  expect(count('GET') - before).toBeLessThanOrEqual(6)
  await invite('ada@example.com')
  write('event: changed\ndata: {}\n\n')
  await seconds(5)
  await vi.waitFor(() => expect(shown()).toEqual(['ada@example.com pending']))
  const after = count('GET')
  await seconds(15)
  expect(count('GET')).toBe(after)
  // After a quiet time a change shows at once again.
  await invite('grace@example.com')
  write('event: changed\ndata: {}\n\n')
  await vi.waitFor(() => expect(shown()).toContain('grace@example.com pending'))
  expect(calls.filter((call) => call === 'EVENTS')).toHaveLength(1)
})

test('any number of changes during a list cause one more list', async () => {
  vi.useFakeTimers()
  const { answer, write } = stream()
  const { hold, held, count } = await follow(answer)
  hold()
  const before = count('GET')
  const change = () => write('event: changed\ndata: {}\n\n')
  for (let turn = 0; turn < 200; turn++) change()
  await seconds(4)
  for (let turn = 0; turn < 200; turn++) change()
  await seconds(4)
  expect([held.length, count('GET') - before]).toEqual([1, 1])
  held.shift()?.()
  await seconds(4)
  expect([held.length, count('GET') - before]).toEqual([1, 2])
  held.shift()?.()
  await seconds(4)
  expect([held.length, count('GET') - before]).toEqual([0, 2])
})
