import { createSeatsClient, type SeatsList } from '@seats/core'
import { removeMemberMutationOptions, seatsQueryOptions } from '@seats/core/query'
import { answeredRoster } from '@seats/core/ui'
import { startEmulator } from '@seats/emulator'
import { QueryClient, QueryObserver, replaceEqualDeep } from '@tanstack/query-core'
import { persistQueryClientSubscribe, type Persister } from '@tanstack/query-persist-client-core'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'

const emulator = await startEmulator({
  seed: {
    organizations: [
      {
        slug: 'acme',
        tokens: [{ token: 'polar_oat_acme' }],
        products: [{ ref: 'team' }],
        customers: [{ ref: 'jane', email: 'jane@example.com', type: 'team' }],
        subscriptions: [
          {
            ref: 'sub',
            product: 'team',
            customer: 'jane',
            seats: 5,
            roster: [{ email: 'ada@example.com', status: 'claimed' }],
          },
          { ref: 'other', product: 'team', customer: 'jane', seats: 5, roster: [{ email: 'grace@example.com' }] },
        ],
      },
    ],
  },
})
const baseURL = 'http://emulator.test'

let source: { subscription_id: string }
let otherSource: { subscription_id: string }
beforeEach(() => {
  const ids = emulator.reset()
  source = { subscription_id: ids['acme/sub'] ?? '' }
  otherSource = { subscription_id: ids['acme/other'] ?? '' }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return () => void vi.useRealTimers()
})

/** Waits for answers. Moves the fake time, because TanStack Query needs some milliseconds to report an answer. */
const waitUntil = (condition: () => boolean) =>
  expect
    .poll(
      async () => {
        await vi.advanceTimersByTimeAsync(1)
        return condition()
      },
      { timeout: 10_000 },
    )
    .toBe(true)

/** Shows the roster with a session of the owner. While `isLate`, Polar lists the seats as before the removal. */
async function showRoster() {
  const before = await createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL,
    fetch: (request) => emulator.fetch(request),
  }).listSeats(source)
  const page = { isLate: true, readCount: 0 }
  const client = createSeatsClient({
    sessionToken: emulator.session('acme/jane'),
    baseURL,
    fetch: async (request) => {
      const isRead = request.method === 'GET' && request.url.includes(source.subscription_id)
      if (isRead) page.readCount++
      return isRead && page.isLate ? Response.json(before) : emulator.fetch(request)
    },
  })
  const cache = new QueryClient()
  const observer = new QueryObserver(cache, seatsQueryOptions(client, source, {}, replaceEqualDeep))
  const shown: string[] = []
  onTestFinished(observer.subscribe(({ data }) => void shown.push(linesOf(data))))
  await waitUntil(() => observer.getCurrentResult().isSuccess)
  return {
    page,
    client,
    cache,
    observer,
    shown,
    lines: () => linesOf(observer.getCurrentResult().data),
    answeredLines() {
      const { data } = observer.getCurrentResult()
      return linesOf(data && answeredRoster(data))
    },
    cachedLines: () => linesOf(cache.getQueryData(observer.options.queryKey)),
    removeAda: async () => {
      const [seat] = before.seats
      await removeMemberMutationOptions(client, cache).mutationFn({ member_id: seat?.member_id ?? '' })
      await waitUntil(() => observer.getCurrentResult().fetchStatus === 'idle')
    },
  }
}

const linesOf = (roster: SeatsList | undefined) =>
  roster === undefined
    ? ''
    : [...roster.seats.map(({ email, status }) => `${email} ${status}`), `${roster.available_seats} free`].join(', ')

const claimed = 'ada@example.com claimed, 4 free'
const revoked = 'null revoked, 5 free'

test('the cache and its copies keep the seat of a removed member until the server lists it as revoked', async () => {
  const { page, cache, observer, lines, answeredLines, cachedLines, removeAda } = await showRoster()
  const copies: string[] = []
  const persister: Persister = {
    persistClient: (copy) => void copies.push(JSON.stringify(copy)),
    restoreClient: () => undefined,
    removeClient: () => {},
  }
  onTestFinished(persistQueryClientSubscribe({ queryClient: cache, persister }))
  await removeAda()
  expect(lines()).toBe(revoked)
  // The server has answered the removal, so the numbers of the components count the seat as free.
  expect(answeredLines()).toBe(revoked)
  expect(cachedLines()).toBe(claimed)
  expect(copies).not.toEqual([])
  expect(copies.filter((copy) => copy.includes('"revoked"'))).toEqual([])
  page.isLate = false
  await observer.refetch()
  expect(lines()).toBe(revoked)
  expect(cachedLines()).toBe(revoked)
})

test('a seat that Polar has not revoked after 30 seconds is shown again', async () => {
  const { page, shown, lines, removeAda } = await showRoster()
  await removeAda()
  await vi.advanceTimersByTimeAsync(25_000)
  expect(lines()).toBe(revoked)
  expect(page.readCount).toBe(2)
  await vi.advanceTimersByTimeAsync(5_000)
  await waitUntil(() => lines() === claimed)
  expect(page.readCount).toBe(3)
  expect(new Set(shown)).toEqual(new Set(['', claimed, revoked]))
})

test('a seat that Polar has revoked meanwhile is not shown as claimed again, even before an answer shows the revoke', async () => {
  const { page, shown, cachedLines, removeAda } = await showRoster()
  await removeAda()
  page.isLate = false
  shown.length = 0
  await vi.advanceTimersByTimeAsync(30_000)
  await waitUntil(() => cachedLines() === revoked)
  expect(page.readCount).toBe(3)
  expect(new Set(shown)).toEqual(new Set([revoked]))
})

test('after 30 seconds only rosters with seats of the removed member are read again', async () => {
  const { page, client, cache, removeAda } = await showRoster()
  const other = new QueryObserver(cache, seatsQueryOptions(client, otherSource))
  const otherAnswers: number[] = []
  onTestFinished(other.subscribe(({ dataUpdatedAt }) => void otherAnswers.push(dataUpdatedAt)))
  await waitUntil(() => other.getCurrentResult().isSuccess)
  await removeAda()
  await waitUntil(() => other.getCurrentResult().fetchStatus === 'idle')
  otherAnswers.length = 0
  await vi.advanceTimersByTimeAsync(30_000)
  await waitUntil(() => page.readCount === 3)
  expect(otherAnswers).toEqual([])
})

test('the wait of 30 seconds does not keep a Node process alive', async () => {
  const { removeAda } = await showRoster()
  const setTimer = vi.spyOn(globalThis, 'setTimeout')
  onTestFinished(() => setTimer.mockRestore())
  await removeAda()
  const { calls, results } = setTimer.mock
  const timers = results.filter((_, index) => calls[index]?.[1] === 30_000).map(({ value }) => value as NodeJS.Timeout)
  expect(timers.map((timer) => timer.hasRef())).toEqual([false])
})
