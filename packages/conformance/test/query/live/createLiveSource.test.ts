import { createSeatsClient, type CustomerSeat, type SeatSource, type SeatsList } from '@seats/core'
import { followRoster, seatsQueryOptions } from '@seats/core/query'
import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** Functions to call at the end of a test. */
const cleanups: (() => void)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
})
afterEach(() => {
  cleanups.splice(0).forEach((end) => end())
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const uuid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const sourceOf = (index: number) => ({ subscription_id: uuid(index) })

/** Advances the fake timers. */
const advanceSeconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

const createSeat = (index: number, email: string): CustomerSeat => ({
  id: uuid(1000 + index),
  created_at: '2026-01-01T00:00:00Z',
  modified_at: null,
  subscription_id: uuid(index),
  order_id: null,
  status: 'pending',
  customer_id: null,
  member_id: null,
  member: null,
  email,
  customer_email: email,
  invitation_token_expires_at: null,
  claimed_at: null,
  revoked_at: null,
  seat_metadata: null,
})

/** Creates a page, and a server whose streams the test writes to. */
function startPage({ status = 200, pending = false } = {}) {
  const streams: { sources: string[]; isOpen: boolean; write: (text: string) => void }[] = []
  const readSources: string[] = []
  const server = { status }
  const client = createSeatsClient({
    baseURL: 'https://app.test/api/seats',
    retry: false,
    fetch: async ({ url }) => {
      const { pathname, searchParams } = new URL(url)
      const sources = [...searchParams.values()]
      if (!pathname.endsWith('/events')) {
        readSources.push(...sources)
        const seats = pending ? sources.map((_, index) => createSeat(index, 'pia@example.com')) : []
        return Response.json({ seats, available_seats: 5, total_seats: 5 } satisfies SeatsList)
      }
      if (server.status !== 200) {
        streams.push({ sources, isOpen: false, write: () => {} })
        return new Response('{}', { status: server.status })
      }
      const encoder = new TextEncoder()
      const opened: (typeof streams)[number] = { sources, isOpen: true, write: () => {} }
      streams.push(opened)
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          opened.write = (text) => controller.enqueue(encoder.encode(text))
        },
        cancel() {
          opened.isOpen = false
        },
      })
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    },
  })
  const follow = (followedSource: SeatSource, cache = new QueryClient()) => {
    const roster = new QueryObserver(cache, { ...seatsQueryOptions(client, followedSource), staleTime: Infinity })
    const unsubscribe = roster.subscribe(() => {})
    const unfollow = followRoster(client, followedSource, cache)
    cleanups.push(unfollow, unsubscribe, () => cache.clear())
    return { cache, unfollow, shown: () => roster.getCurrentResult().data?.seats.map(({ email }) => email) }
  }
  const openStreams = () => streams.filter(({ isOpen }) => isOpen)
  return { streams, readSources, server, follow, openStreams }
}

const formatEvent = (name: string, data: object = {}) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

test('a page with many rosters and caches opens one stream', async () => {
  const page = startPage()
  const rosters = Array.from({ length: 40 }, (_, index) => page.follow(sourceOf(index % 20)))
  await advanceSeconds(1)
  expect(page.streams.map(({ sources }) => sources)).toEqual([Array.from({ length: 20 }, (_, index) => uuid(index))])
  page.streams[0]?.write(formatEvent('seat', createSeat(3, 'ada@example.com')))
  await advanceSeconds(1)
  expect(rosters.flatMap(({ shown }, index) => (shown()?.length ? [[index, shown()]] : []))).toEqual([
    [3, ['ada@example.com']],
    [23, ['ada@example.com']],
  ])
  rosters.slice(0, 39).forEach(({ unfollow }) => unfollow())
  await advanceSeconds(1)
  expect(page.streams.at(-1)?.sources).toEqual([uuid(19)])
  expect(page.openStreams()).toHaveLength(1)
  rosters[39]?.unfollow()
  await advanceSeconds(1)
  expect(page.openStreams()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('two spellings of one source are sent as one parameter, and an event updates both rosters', async () => {
  const page = startPage()
  const [plain, otherSpelling] = [page.follow(sourceOf(1)), page.follow({ subscription_id: `urn:uuid:${uuid(1)}` })]
  await advanceSeconds(1)
  expect(page.streams.map(({ sources }) => sources)).toEqual([[uuid(1)]])
  page.streams[0]?.write(formatEvent('seat', createSeat(1, 'ada@example.com')))
  await advanceSeconds(1)
  expect([plain.shown(), otherSpelling.shown()]).toEqual([['ada@example.com'], ['ada@example.com']])
})

test('components that are mounted or unmounted at the same time replace the stream at most once', async () => {
  const page = startPage()
  page.follow(sourceOf(1))
  await advanceSeconds(1)
  const otherRosters = [2, 3, 4].map((index) => page.follow(sourceOf(index)))
  await advanceSeconds(1)
  expect(page.streams.map(({ sources }) => sources.length)).toEqual([1, 4])
  otherRosters[0]?.unfollow()
  page.follow(sourceOf(2))
  await advanceSeconds(1)
  expect(page.streams).toHaveLength(2)
})

test('a change event with a source causes a read of that roster only', async () => {
  const page = startPage()
  const rosters = [1, 2].map((index) => page.follow(sourceOf(index)))
  await advanceSeconds(1)
  expect(rosters).toHaveLength(2)
  page.readSources.length = 0
  page.streams[0]?.write(formatEvent('changed', sourceOf(2)))
  await advanceSeconds(10)
  expect(page.readSources).toEqual([uuid(2)])
  // An older server sends no source.
  page.streams[0]?.write(formatEvent('changed'))
  await advanceSeconds(10)
  expect(page.readSources).toEqual([uuid(2), uuid(1), uuid(2)])
})

test('a roster that is already live is not read again when another roster is added', async () => {
  const page = startPage()
  page.follow(sourceOf(1))
  await advanceSeconds(200)
  page.readSources.length = 0
  page.follow(sourceOf(2))
  await advanceSeconds(1)
  page.streams.at(-1)?.write(formatEvent('recent', sourceOf(1)) + formatEvent('recent', sourceOf(2)))
  await advanceSeconds(10)
  // The new roster is read when it is mounted, and again because of the recent change.
  expect(page.readSources).toEqual([uuid(2), uuid(2)])
})

test('a roster that is too old when its stream opens is read again', async () => {
  const page = startPage()
  const { unfollow, cache } = page.follow(sourceOf(1))
  await advanceSeconds(1)
  unfollow()
  page.readSources.length = 0
  await advanceSeconds(30)
  page.follow(sourceOf(1), cache).unfollow()
  await advanceSeconds(1)
  const remounted = page.follow(sourceOf(1), cache)
  await advanceSeconds(1)
  expect(page.readSources).toEqual([])
  remounted.unfollow()
  await advanceSeconds(40)
  page.follow(sourceOf(1), cache)
  await advanceSeconds(10)
  expect(page.readSources).toEqual([uuid(1)])
})

test('the roster of a refused source is polled, the source is requested again, and other rosters stay live', async () => {
  const page = startPage({ pending: true })
  page.follow(sourceOf(1))
  const other = page.follow(sourceOf(2))
  await advanceSeconds(1)
  page.streams[0]?.write(`:\n${formatEvent('ended', sourceOf(1))}`)
  page.readSources.length = 0
  for (let count = 0; count < 3; count++) {
    await advanceSeconds(15)
    page.streams[0]?.write(':\n\n')
  }
  expect(page.readSources).toEqual([uuid(1), uuid(1), uuid(1)])
  page.streams[0]?.write(formatEvent('seat', { ...createSeat(2, 'ada@example.com'), id: uuid(77) }))
  await advanceSeconds(14)
  expect(other.shown()).toContain('ada@example.com')
  expect(page.streams).toHaveLength(1)
  page.readSources.length = 0
  await advanceSeconds(2)
  expect(page.streams.map(({ sources }) => sources)).toEqual([
    [uuid(1), uuid(2)],
    [uuid(1), uuid(2)],
  ])
  // Only the roster that was not live is read again.
  expect(page.readSources.filter((id) => id === uuid(2))).toEqual([])
  expect(page.readSources).toContain(uuid(1))
  expect(page.openStreams()).toHaveLength(1)
})

test('the old stream stays open until the server accepts a new set of sources', async () => {
  const page = startPage()
  const first = page.follow(sourceOf(1))
  await advanceSeconds(1)
  page.server.status = 503
  page.follow(sourceOf(2))
  await advanceSeconds(5)
  expect(page.streams.length).toBeGreaterThan(2)
  expect(page.openStreams()).toHaveLength(1)
  page.streams[0]?.write(formatEvent('seat', createSeat(1, 'ada@example.com')))
  await advanceSeconds(1)
  expect(first.shown()).toEqual(['ada@example.com'])
  page.server.status = 200
  await advanceSeconds(30)
  expect(page.openStreams().map(({ sources }) => sources)).toEqual([[uuid(1), uuid(2)]])
})

test('a server without live events gets one request for each set of sources', async () => {
  const page = startPage({ status: 404, pending: true })
  page.follow(sourceOf(1))
  await advanceSeconds(60)
  expect(page.streams).toHaveLength(1)
  page.follow(sourceOf(2))
  await advanceSeconds(60)
  expect(page.streams).toHaveLength(2)
  expect(page.readSources.filter((id) => id === uuid(2)).length).toBeGreaterThan(2)
})

test('a roster is polled if a proxy buffers the stream', async () => {
  const page = startPage({ pending: true })
  page.follow(sourceOf(1))
  await advanceSeconds(1)
  page.readSources.length = 0
  await advanceSeconds(30)
  expect(page.readSources).toEqual([uuid(1), uuid(1)])
})

test('a stream has at most 100 sources, and other rosters are polled while an invitation is pending', async () => {
  const page = startPage({ pending: true })
  for (let index = 0; index < 110; index++) page.follow(sourceOf(index))
  await advanceSeconds(1)
  expect(page.streams.map(({ sources }) => sources.length)).toEqual([100])
  page.streams[0]?.write(':\n\n')
  page.readSources.length = 0
  await advanceSeconds(15)
  expect(page.readSources.toSorted()).toEqual(Array.from({ length: 10 }, (_, index) => uuid(100 + index)))
})

test('an event of 3 MB is read in linear time', async () => {
  const page = startPage()
  const { shown } = page.follow(sourceOf(1))
  await advanceSeconds(1)
  const startedAtMs = vi.getRealSystemTime()
  const text = formatEvent('seat', { ...createSeat(1, 'ada@example.com'), more: 'x'.repeat(3_000_000) })
  for (let offset = 0; offset < text.length; offset += 16_384)
    page.streams[0]?.write(text.slice(offset, offset + 16_384))
  await advanceSeconds(1)
  expect(shown()).toEqual(['ada@example.com'])
  expect(vi.getRealSystemTime() - startedAtMs).toBeLessThan(60_000)
})

test('a stream is closed and opened again if an event has no end', async () => {
  const page = startPage()
  page.follow(sourceOf(1))
  await advanceSeconds(1)
  page.streams[0]?.write('data: ')
  for (let megabyte = 0; megabyte < 9; megabyte++) page.streams[0]?.write('x'.repeat(1_000_000))
  await advanceSeconds(1)
  expect(page.streams[0]?.isOpen).toBe(false)
  await advanceSeconds(5)
  expect(page.openStreams()).toHaveLength(1)
})
