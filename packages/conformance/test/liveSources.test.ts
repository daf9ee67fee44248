import { createSeatsClient, type CustomerSeat, type SeatSource, type SeatsList } from '@seats/core'
import { followRoster, seatsQueryOptions } from '@seats/core/query'
import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** Functions to call at the end of a test. */
const endings: (() => void)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
})
afterEach(() => {
  endings.splice(0).forEach((end) => end())
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const id = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const source = (index: number) => ({ subscription_id: id(index) })

/** Moves the timers. */
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

const seat = (index: number, email: string): CustomerSeat => ({
  id: id(1000 + index),
  created_at: '2026-01-01T00:00:00Z',
  modified_at: null,
  subscription_id: id(index),
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
  const lists: string[] = []
  const server = { status }
  const client = createSeatsClient({
    baseURL: 'https://app.test/api/seats',
    retry: false,
    fetch: async ({ url }) => {
      const { pathname, searchParams } = new URL(url)
      const sources = [...searchParams.values()]
      if (!pathname.endsWith('/events')) {
        lists.push(...sources)
        const seats = pending ? sources.map((_, index) => seat(index, 'pia@example.com')) : []
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
  const follow = (of: SeatSource, cache = new QueryClient()) => {
    const roster = new QueryObserver(cache, { ...seatsQueryOptions(client, of), staleTime: Infinity })
    const unsubscribe = roster.subscribe(() => {})
    const leave = followRoster(client, of, cache)
    endings.push(leave, unsubscribe, () => cache.clear())
    return { cache, leave, shown: () => roster.getCurrentResult().data?.seats.map(({ email }) => email) }
  }
  const open = () => streams.filter(({ isOpen }) => isOpen)
  return { streams, lists, server, follow, open }
}

const event = (name: string, data: object = {}) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

test('a page of many rosters and many caches asks for one stream', async () => {
  const page = startPage()
  const rosters = Array.from({ length: 40 }, (_, index) => page.follow(source(index % 20)))
  await seconds(1)
  expect(page.streams.map(({ sources }) => sources)).toEqual([Array.from({ length: 20 }, (_, index) => id(index))])
  page.streams[0]?.write(event('seat', seat(3, 'ada@example.com')))
  await seconds(1)
  expect(rosters.flatMap(({ shown }, index) => (shown()?.length ? [[index, shown()]] : []))).toEqual([
    [3, ['ada@example.com']],
    [23, ['ada@example.com']],
  ])
  rosters.slice(0, 39).forEach(({ leave }) => leave())
  await seconds(1)
  expect(page.streams.at(-1)?.sources).toEqual([id(19)])
  expect(page.open()).toHaveLength(1)
  rosters[39]?.leave()
  await seconds(1)
  expect(page.open()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('spellings of one source are one parameter, and all their rosters are patched', async () => {
  const page = startPage()
  const [plain, spelled] = [page.follow(source(1)), page.follow({ subscription_id: `urn:uuid:${id(1)}` })]
  await seconds(1)
  expect(page.streams.map(({ sources }) => sources)).toEqual([[id(1)]])
  page.streams[0]?.write(event('seat', seat(1, 'ada@example.com')))
  await seconds(1)
  expect([plain.shown(), spelled.shown()]).toEqual([['ada@example.com'], ['ada@example.com']])
})

test('components that are mounted and unmounted in one go change the stream at most once', async () => {
  const page = startPage()
  page.follow(source(1))
  await seconds(1)
  const others = [2, 3, 4].map((index) => page.follow(source(index)))
  await seconds(1)
  expect(page.streams.map(({ sources }) => sources.length)).toEqual([1, 4])
  others[0]?.leave()
  page.follow(source(2))
  await seconds(1)
  expect(page.streams).toHaveLength(2)
})

test('a change that names its source causes a read of that roster only', async () => {
  const page = startPage()
  const rosters = [1, 2].map((index) => page.follow(source(index)))
  await seconds(1)
  expect(rosters).toHaveLength(2)
  page.lists.length = 0
  page.streams[0]?.write(event('changed', source(2)))
  await seconds(10)
  expect(page.lists).toEqual([id(2)])
  // An older server does not name the source.
  page.streams[0]?.write(event('changed'))
  await seconds(10)
  expect(page.lists).toEqual([id(2), id(1), id(2)])
})

test('rosters that are live already are not read again when the set changes', async () => {
  const page = startPage()
  page.follow(source(1))
  await seconds(200)
  page.lists.length = 0
  page.follow(source(2))
  await seconds(1)
  page.streams.at(-1)?.write(event('recent', source(1)) + event('recent', source(2)))
  await seconds(10)
  // The first list of the new roster, and the change that the list may lack.
  expect(page.lists).toEqual([id(2), id(2)])
})

test('a roster that is older than a recent change is read when the new stream opens', async () => {
  const page = startPage()
  const { leave, cache } = page.follow(source(1))
  await seconds(1)
  leave()
  page.lists.length = 0
  await seconds(30)
  page.follow(source(1), cache).leave()
  await seconds(1)
  const again = page.follow(source(1), cache)
  await seconds(1)
  expect(page.lists).toEqual([])
  again.leave()
  await seconds(40)
  page.follow(source(1), cache)
  await seconds(10)
  expect(page.lists).toEqual([id(1)])
})

test('a refused source is read while somebody is invited, and asked for again, and the others stay live', async () => {
  const page = startPage({ pending: true })
  page.follow(source(1))
  const other = page.follow(source(2))
  await seconds(1)
  page.streams[0]?.write(`:\n${event('ended', source(1))}`)
  page.lists.length = 0
  for (let turn = 0; turn < 3; turn++) {
    await seconds(15)
    page.streams[0]?.write(':\n\n')
  }
  expect(page.lists).toEqual([id(1), id(1), id(1)])
  page.streams[0]?.write(event('seat', { ...seat(2, 'ada@example.com'), id: id(77) }))
  await seconds(14)
  expect(other.shown()).toContain('ada@example.com')
  expect(page.streams).toHaveLength(1)
  page.lists.length = 0
  await seconds(2)
  expect(page.streams.map(({ sources }) => sources)).toEqual([
    [id(1), id(2)],
    [id(1), id(2)],
  ])
  // This roster was not live, so it is read. The other one missed nothing.
  expect(page.lists.filter((list) => list === id(2))).toEqual([])
  expect(page.lists).toContain(id(1))
  expect(page.open()).toHaveLength(1)
})

test('a refused new set of sources keeps the old stream, and is asked for again', async () => {
  const page = startPage()
  const first = page.follow(source(1))
  await seconds(1)
  page.server.status = 503
  page.follow(source(2))
  await seconds(5)
  expect(page.streams.length).toBeGreaterThan(2)
  expect(page.open()).toHaveLength(1)
  page.streams[0]?.write(event('seat', seat(1, 'ada@example.com')))
  await seconds(1)
  expect(first.shown()).toEqual(['ada@example.com'])
  page.server.status = 200
  await seconds(30)
  expect(page.open().map(({ sources }) => sources)).toEqual([[id(1), id(2)]])
})

test('a server without events is asked once for each set', async () => {
  const page = startPage({ status: 404, pending: true })
  page.follow(source(1))
  await seconds(60)
  expect(page.streams).toHaveLength(1)
  page.follow(source(2))
  await seconds(60)
  expect(page.streams).toHaveLength(2)
  expect(page.lists.filter((list) => list === id(2)).length).toBeGreaterThan(2)
})

test('a roster is still read if a proxy buffers the stream', async () => {
  const page = startPage({ pending: true })
  page.follow(source(1))
  await seconds(1)
  page.lists.length = 0
  await seconds(30)
  expect(page.lists).toEqual([id(1), id(1)])
})

test('a hundred sources are followed; rosters beyond them are read while somebody is invited', async () => {
  const page = startPage({ pending: true })
  for (let index = 0; index < 110; index++) page.follow(source(index))
  await seconds(1)
  expect(page.streams.map(({ sources }) => sources.length)).toEqual([100])
  page.streams[0]?.write(':\n\n')
  page.lists.length = 0
  await seconds(15)
  expect(page.lists.toSorted()).toEqual(Array.from({ length: 10 }, (_, index) => id(100 + index)))
})

test('an event of more than a megabyte is read in linear time', async () => {
  const page = startPage()
  const { shown } = page.follow(source(1))
  await seconds(1)
  const start = performance.now()
  const text = event('seat', { ...seat(1, 'ada@example.com'), more: 'x'.repeat(3_000_000) })
  for (let at = 0; at < text.length; at += 16_384) page.streams[0]?.write(text.slice(at, at + 16_384))
  await seconds(1)
  expect(shown()).toEqual(['ada@example.com'])
  vi.useRealTimers()
  expect(performance.now() - start).toBeLessThan(60_000)
})

test('an event without an end is dropped, and the stream is opened again', async () => {
  const page = startPage()
  page.follow(source(1))
  await seconds(1)
  page.streams[0]?.write('data: ')
  for (let megabyte = 0; megabyte < 9; megabyte++) page.streams[0]?.write('x'.repeat(1_000_000))
  await seconds(1)
  expect(page.streams[0]?.isOpen).toBe(false)
  await seconds(5)
  expect(page.open()).toHaveLength(1)
})
