import type { CustomerSeat, SeatsList } from '@seats/core'
import {
  assignSeatMutationOptions,
  isOptimisticSeat,
  reinviteSeatMutationOptions,
  revokeSeatMutationOptions,
  seatsQueryOptions,
} from '@seats/core/query'
import { dehydrate, hydrate, QueryClient, QueryObserver } from '@tanstack/query-core'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { called, calls, client, down, emulator, nextTask, plain, refused } from './heldCalls.ts'

let source: { subscription_id: string }
let ada: CustomerSeat
beforeEach(async () => {
  source = { subscription_id: emulator.reset()['acme/sub'] ?? '' }
  ada = await plain.assignSeat({ ...source, email: 'ada@example.com' })
})

const options = () => seatsQueryOptions(client, source)
const { queryKey: keyOfNone } = seatsQueryOptions(client, null)
const keyOf = () => options().queryKey

/** A cache that holds the roster. */
async function createCache(): Promise<QueryClient> {
  const cache = new QueryClient()
  onTestFinished(() => cache.clear())
  cache.setQueryData(keyOf(), await plain.listSeats(source))
  return cache
}

/** Shows the roster as a component does. Returns each roster that it has shown, as `email status` of its seats. */
function show(cache: QueryClient, select = (roster: SeatsList) => roster) {
  const observer = new QueryObserver(cache, { ...seatsQueryOptions(client, source, { select }), staleTime: Infinity })
  const shown = [linesOf(observer.getCurrentResult().data)]
  onTestFinished(observer.subscribe(({ data }) => void shown.push(linesOf(data))))
  return { observer, shown, now: () => linesOf(observer.getCurrentResult().data) }
}

const linesOf = (roster: SeatsList | undefined): string[] =>
  (roster?.seats ?? [])
    .map((seat) => `${seat.customer_email ?? seat.email} ${seat.status}${isOptimisticSeat(seat) ? ' …' : ''}`)
    .toSorted()

/** What a page without changes of its own shows of a stored cache. */
function restored(stored: string): string[] {
  const cache = new QueryClient()
  onTestFinished(() => cache.clear())
  hydrate(cache, JSON.parse(stored))
  return linesOf(new QueryObserver(cache, options()).getCurrentResult().data)
}

const stateOf = (cache: QueryClient) => {
  const state = cache.getQueryState(keyOf())
  return { updatedAt: state?.dataUpdatedAt, isInvalidated: state?.isInvalidated, error: state?.error?.message }
}

const assign = (cache: QueryClient, email: string) =>
  assignSeatMutationOptions(client, source, cache).mutationFn({ email })
const revoke = (cache: QueryClient, seat: CustomerSeat) =>
  revokeSeatMutationOptions(client, source, cache).mutationFn(seat)

describe('what a persister stores, and a broadcast tells', () => {
  /** Stores and tells the cache at each event, as TanStack's persister and broadcast do. */
  function follow(cache: QueryClient) {
    const stored: string[] = []
    const told: string[] = []
    const unsubscribe = cache.getQueryCache().subscribe(({ query, type }) => {
      stored.push(JSON.stringify(dehydrate(cache)))
      if (type === 'updated') told.push(JSON.stringify(query.state))
    })
    onTestFinished(unsubscribe)
    return { stored, told }
  }

  test('during an assign has nobody who has no seat yet', async () => {
    const cache = await createCache()
    const page = show(cache)
    const { stored, told } = follow(cache)
    const assigning = assign(cache, 'grace@example.com')
    const call = await called('POST')
    expect(page.now()).toEqual(['ada@example.com pending', 'grace@example.com pending …'])
    expect(restored(JSON.stringify(dehydrate(cache)))).toEqual(['ada@example.com pending'])
    expect([...stored, ...told].filter((text) => text.includes('grace'))).toEqual([])
    call.answer()
    const { id } = await assigning
    expect(page.now()).toEqual(['ada@example.com pending', 'grace@example.com pending'])
    expect(restored(JSON.stringify(dehydrate(cache)))).toEqual(page.now())
    expect([...stored, ...told].filter((text) => text.includes('grace') && !text.includes(id))).toEqual([])
  })

  test('during a revoke that is refused has the seat', async () => {
    const cache = await createCache()
    const page = show(cache)
    const { stored, told } = follow(cache)
    const revoking = revoke(cache, ada)
    const call = await called('DELETE')
    expect(page.now()).toEqual(['ada@example.com revoked'])
    expect(restored(JSON.stringify(dehydrate(cache)))).toEqual(['ada@example.com pending'])
    call.answer(refused())
    await expect(revoking).rejects.toMatchObject({ code: 'NotPermitted' })
    expect(page.now()).toEqual(['ada@example.com pending'])
    expect([...stored, ...told].filter((text) => text.includes('"revoked"'))).toEqual([])
  })

  test('during a new invitation has the old one', async () => {
    const cache = await createCache()
    const page = show(cache)
    const { stored } = follow(cache)
    const inviting = reinviteSeatMutationOptions(client, source, cache).mutationFn(ada)
    expect(page.now()).toEqual(['ada@example.com pending …'])
    expect(stored.filter((text) => text.includes('optimistic'))).toEqual([])
    ;(await called('GET')).answer(down())
    await expect(inviting).rejects.toMatchObject({ code: 'ServerError' })
  })
})

describe('a roster that comes from elsewhere during a change', () => {
  test('is shown with the change if it is hydrated, and has the seat of the answer', async () => {
    const cache = await createCache()
    const page = show(cache)
    const assigning = assign(cache, 'grace@example.com')
    const call = await called('POST')
    const server = new QueryClient()
    await plain.assignSeat({ ...source, email: 'lin@example.com' })
    const roster = await plain.listSeats(source)
    const seats = roster.seats.filter(({ email }) => email !== 'grace@example.com')
    server.setQueryData(keyOf(), { ...roster, seats, available_seats: 8 }, { updatedAt: Date.now() + 1_000 })
    hydrate(cache, dehydrate(server))
    expect(page.now()).toEqual(['ada@example.com pending', 'grace@example.com pending …', 'lin@example.com pending'])
    call.answer()
    await assigning
    expect(page.now()).toEqual(['ada@example.com pending', 'grace@example.com pending', 'lin@example.com pending'])
  })

  test('is shown with the change if it is the first one', async () => {
    const cache = new QueryClient()
    onTestFinished(() => cache.clear())
    const roster = await plain.listSeats(source)
    const assigning = assign(cache, 'grace@example.com')
    const call = await called('POST')
    cache.setQueryData(keyOf(), roster)
    expect(linesOf(cache.getQueryData(keyOf()))).toEqual(['ada@example.com pending'])
    const page = show(cache)
    expect(page.now()).toEqual(['ada@example.com pending', 'grace@example.com pending …'])
    call.answer()
    await assigning
    expect(page.now()).toEqual(['ada@example.com pending', 'grace@example.com pending'])
    expect(linesOf(cache.getQueryData(keyOf()))).toEqual(page.now())
  })

  test('keeps what the app wrote into it, and nothing that was shown in advance', async () => {
    const cache = await createCache()
    const page = show(cache)
    const assigning = assign(cache, 'grace@example.com')
    const call = await called('POST')
    const shown = page.observer.getCurrentResult().data
    cache.setQueryData(keyOf(), shown && { ...shown, total_seats: 12 })
    expect(page.now()).toEqual(['ada@example.com pending', 'grace@example.com pending …'])
    expect(page.observer.getCurrentResult().data).toMatchObject({ total_seats: 12, available_seats: 10 })
    call.answer(refused())
    await expect(assigning).rejects.toMatchObject({ code: 'NotPermitted' })
    expect(page.now()).toEqual(['ada@example.com pending'])
    expect(cache.getQueryData(keyOf())).toMatchObject({ total_seats: 12, available_seats: 11 })
    // It may have been made from what was shown.
    expect(calls.map(({ method }) => method)).toEqual(['GET'])
  })

  test('is not read again if the server has sent another one since the app wrote it', async () => {
    const cache = await createCache()
    const page = show(cache)
    const assigning = assign(cache, 'grace@example.com')
    const call = await called('POST')
    cache.setQueryData(keyOf(), (roster: SeatsList | undefined) => roster && { ...roster, total_seats: 12 })
    const reading = page.observer.refetch()
    ;(await called('GET')).answer()
    await reading
    call.answer()
    await assigning
    await nextTask()
    expect(calls).toEqual([])
  })

  test('has the seat of an answer that came while it was read, for nobody to see it without', async () => {
    const cache = await createCache()
    const page = show(cache)
    const reading = page.observer.refetch()
    const list = await called('GET')
    const assigning = assign(cache, 'grace@example.com')
    ;(await called('POST')).answer()
    await assigning
    list.answer()
    await reading
    expect(page.now()).toEqual(['ada@example.com pending', 'grace@example.com pending'])
    const from = page.shown.findIndex((lines) => lines.includes('grace@example.com pending …'))
    for (const lines of page.shown.slice(from)) expect(lines.join()).toContain('grace@example.com')
  })

  test('has the seat of an answer if the page was left while it was read', async () => {
    const cache = await createCache()
    const observer = new QueryObserver(cache, options())
    const leave = observer.subscribe(() => {})
    void observer.refetch()
    await called('GET')
    const assigning = assign(cache, 'grace@example.com')
    ;(await called('POST')).answer()
    await assigning
    leave()
    await vi.waitFor(() => expect(cache.getQueryState(keyOf())?.fetchStatus).toBe('idle'))
    expect(linesOf(cache.getQueryData(keyOf()))).toEqual(['ada@example.com pending', 'grace@example.com pending'])
  })
})

test.each([
  ['fresh', async () => {}],
  ['outdated', (cache: QueryClient) => cache.invalidateQueries({ queryKey: keyOf() })],
])('a roster that is %s before a change is so during it and after it', async (_what, prepare) => {
  const cache = await createCache()
  await prepare(cache)
  const before = stateOf(cache)
  const assigning = assign(cache, 'grace@example.com')
  const call = await called('POST')
  vi.setSystemTime(Date.now() + 60_000)
  onTestFinished(() => void vi.useRealTimers())
  expect(stateOf(cache)).toEqual(before)
  call.answer()
  await assigning
  expect(linesOf(cache.getQueryData(keyOf()))).toEqual(['ada@example.com pending', 'grace@example.com pending'])
  expect(stateOf(cache)).toEqual(before)
})

test('a failed read stays on the screen during a change', async () => {
  const cache = await createCache()
  const page = show(cache)
  const reading = page.observer.refetch()
  ;(await called('GET')).answer(down())
  await reading
  const before = stateOf(cache)
  expect(page.observer.getCurrentResult().error).toMatchObject({ code: 'ServerError' })
  const assigning = assign(cache, 'grace@example.com')
  ;(await called('POST')).answer()
  await assigning
  expect(stateOf(cache)).toEqual(before)
})

test('rows that are shown in advance have ids that no other page has', async () => {
  const ids: string[] = []
  for (const email of ['grace@example.com', 'lin@example.com']) {
    vi.resetModules()
    const { assignSeatMutationOptions, seatsQueryOptions } = await import('@seats/core/query')
    const cache = await createCache()
    const assigning = assignSeatMutationOptions(client, source, cache).mutationFn({ email })
    const { data } = new QueryObserver(cache, seatsQueryOptions(client, source)).getCurrentResult()
    ids.push(...(data?.seats ?? []).filter(isOptimisticSeat).map(({ id }) => id))
    ;(await called('POST')).answer(refused())
    await expect(assigning).rejects.toMatchObject({ code: 'NotPermitted' })
  }
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(2)
})

describe('select', () => {
  test('is given what is shown', async () => {
    const cache = await createCache()
    const emails = ({ seats }: SeatsList) => seats.map(({ email }) => email).toSorted()
    const observer = new QueryObserver(cache, seatsQueryOptions(client, source, { select: emails, staleTime: 60_000 }))
    onTestFinished(observer.subscribe(() => {}))
    const assigning = assign(cache, 'grace@example.com')
    expect(observer.getCurrentResult().data).toEqual(['ada@example.com', 'grace@example.com'])
    ;(await called('POST')).answer(refused())
    await expect(assigning).rejects.toMatchObject({ code: 'NotPermitted' })
    expect(observer.getCurrentResult().data).toEqual(['ada@example.com'])
  })

  test('is called only if something has changed, however often a component renders', async () => {
    const cache = await createCache()
    const select = vi.fn<(roster: SeatsList) => SeatsList>((roster) => roster)
    const page = show(cache, select)
    const render = () =>
      page.observer.setOptions({ ...seatsQueryOptions(client, source, { select }), staleTime: Infinity })
    render()
    expect(select).toHaveBeenCalledTimes(1)
    const assigning = assign(cache, 'grace@example.com')
    render()
    render()
    expect(select).toHaveBeenCalledTimes(2)
    ;(await called('POST')).answer()
    await assigning
    render()
    expect(select).toHaveBeenCalledTimes(3)
  })

  test('keeps the rows that do not change as they are', async () => {
    const cache = await createCache()
    const page = show(cache)
    const rowOfAda = () => page.observer.getCurrentResult().data?.seats.find(({ id }) => id === ada.id)
    const before = rowOfAda()
    const assigning = assign(cache, 'grace@example.com')
    expect(rowOfAda()).toBe(before)
    ;(await called('POST')).answer()
    await assigning
    expect(rowOfAda()).toBe(before)
  })
})

test('caches of two users do not see each other’s changes', async () => {
  const [mine, theirs] = [await createCache(), await createCache()]
  const page = show(theirs)
  const assigning = assign(mine, 'grace@example.com')
  expect(page.now()).toEqual(['ada@example.com pending'])
  ;(await called('POST')).answer()
  await assigning
  expect(page.now()).toEqual(['ada@example.com pending'])
  expect(mine.getQueryData(keyOfNone)).toBe(undefined)
})
