import type { CustomerSeat, SeatsList } from '@seats/core'
import {
  assignSeatMutationOptions,
  isOptimisticSeat,
  reinviteSeatMutationOptions,
  revokeSeatMutationOptions,
  seatsQueryOptions,
} from '@seats/core/query'
import { answeredRoster } from '@seats/core/ui'
import { dehydrate, hydrate, QueryClient, QueryObserver, replaceEqualDeep } from '@tanstack/query-core'
import {
  persistQueryClientRestore,
  persistQueryClientSubscribe,
  type PersistedClient,
  type Persister,
} from '@tanstack/query-persist-client-core'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  takeCall,
  unansweredCalls,
  client,
  badGateway,
  nextTask,
  immediateClient,
  notPermitted,
  seatAda,
} from '../../heldCalls.ts'

let source: { subscription_id: string }
let adasSeat: CustomerSeat
beforeEach(async () => {
  ;({ source, seat: adasSeat } = await seatAda())
})

const options = () => seatsQueryOptions(client, source)
const { queryKey: keyWithoutSource } = seatsQueryOptions(client, null)
const rosterKey = () => options().queryKey

/** Creates a cache that holds the roster. */
async function createCache(): Promise<QueryClient> {
  const cache = new QueryClient()
  onTestFinished(() => cache.clear())
  cache.setQueryData(rosterKey(), await immediateClient.listSeats(source))
  return cache
}

/** Shows the roster as a component does. `shown` has the lines `email status` of each roster that was shown. */
function showRoster(
  cache: QueryClient,
  select = (roster: SeatsList) => roster,
  share?: Parameters<typeof seatsQueryOptions>[3],
) {
  const options = seatsQueryOptions(client, source, { select }, share)
  const observer = new QueryObserver(cache, { ...options, staleTime: Infinity })
  const shown = [linesOf(observer.getCurrentResult().data)]
  onTestFinished(observer.subscribe(({ data }) => void shown.push(linesOf(data))))
  return { observer, shown, currentLines: () => linesOf(observer.getCurrentResult().data) }
}

const linesOf = (roster: SeatsList | undefined): string[] =>
  (roster?.seats ?? [])
    .map((seat) => `${seat.customer_email ?? seat.email} ${seat.status}${isOptimisticSeat(seat) ? ' …' : ''}`)
    .toSorted()

const stateOf = (cache: QueryClient) => {
  const state = cache.getQueryState(rosterKey())
  return { updatedAt: state?.dataUpdatedAt, isInvalidated: state?.isInvalidated, error: state?.error?.message }
}

const assign = (cache: QueryClient, email: string) =>
  assignSeatMutationOptions(client, source, cache).mutationFn({ email })
const revoke = (cache: QueryClient, seat: CustomerSeat) =>
  revokeSeatMutationOptions(client, source, cache).mutationFn(seat)

describe('the data that is persisted or broadcast', () => {
  /** Records the copies that TanStack Query stores after each change, and the states that it would broadcast. */
  function recordCopies(cache: QueryClient) {
    const persisted: string[] = []
    const broadcasts: string[] = []
    const persister: Persister = {
      persistClient: (client) => void persisted.push(JSON.stringify(client)),
      restoreClient: () => JSON.parse(persisted.at(-1) ?? '') as PersistedClient,
      removeClient: () => {
        throw new Error('The stored cache is not valid.')
      },
    }
    onTestFinished(persistQueryClientSubscribe({ queryClient: cache, persister }))
    const unsubscribe = cache.getQueryCache().subscribe(({ query, type }) => {
      if (type === 'updated') broadcasts.push(JSON.stringify(query.state))
    })
    onTestFinished(unsubscribe)
    /** Restores the stored cache on a page without unanswered changes. Resolves with the lines that the page shows. */
    const linesAfterRestore = async (): Promise<string[]> => {
      const queryClient = new QueryClient()
      onTestFinished(() => queryClient.clear())
      await persistQueryClientRestore({ queryClient, persister })
      return linesOf(new QueryObserver(queryClient, options()).getCurrentResult().data)
    }
    return { persisted, broadcasts, linesAfterRestore }
  }

  test('contains no optimistic row during an assign', async () => {
    const cache = await createCache()
    const page = showRoster(cache)
    const { persisted, broadcasts, linesAfterRestore } = recordCopies(cache)
    const assigning = assign(cache, 'grace@example.com')
    const call = await takeCall('POST')
    expect(page.currentLines()).toEqual(['ada@example.com pending', 'grace@example.com pending …'])
    expect(await linesAfterRestore()).toEqual(['ada@example.com pending'])
    expect([...persisted, ...broadcasts].filter((text) => text.includes('grace'))).toEqual([])
    call.answer()
    const { id } = await assigning
    expect(page.currentLines()).toEqual(['ada@example.com pending', 'grace@example.com pending'])
    expect(await linesAfterRestore()).toEqual(page.currentLines())
    expect([...persisted, ...broadcasts].filter((text) => text.includes('grace') && !text.includes(id))).toEqual([])
  })

  test('still contains the pending seat during a revoke that is refused', async () => {
    const cache = await createCache()
    const page = showRoster(cache)
    const { persisted, broadcasts, linesAfterRestore } = recordCopies(cache)
    const revoking = revoke(cache, adasSeat)
    const call = await takeCall('DELETE')
    expect(page.currentLines()).toEqual(['ada@example.com revoked'])
    expect(await linesAfterRestore()).toEqual(['ada@example.com pending'])
    call.answer(notPermitted())
    await expect(revoking).rejects.toMatchObject({ code: 'NotPermitted' })
    expect(page.currentLines()).toEqual(['ada@example.com pending'])
    expect([...persisted, ...broadcasts].filter((text) => text.includes('"revoked"'))).toEqual([])
  })

  test('still contains the old row while a new invitation is sent', async () => {
    const cache = await createCache()
    const page = showRoster(cache)
    const { persisted } = recordCopies(cache)
    const inviting = reinviteSeatMutationOptions(client, source, cache).mutationFn(adasSeat)
    expect(page.currentLines()).toEqual(['ada@example.com pending …'])
    expect(persisted.filter((text) => text.includes('optimistic'))).toEqual([])
    ;(await takeCall('GET')).answer(badGateway())
    await expect(inviting).rejects.toMatchObject({ code: 'ServerError' })
  })
})

describe('the answered roster of a shown roster', () => {
  const changes = {
    'an assign': (cache: QueryClient) => assign(cache, 'grace@example.com'),
    'a revoke': (cache: QueryClient) => revoke(cache, adasSeat),
    'a new invitation': (cache: QueryClient) => reinviteSeatMutationOptions(client, source, cache).mutationFn(adasSeat),
  }
  test.each(Object.entries(changes))('does not have %s that the server has not answered', async (_, change) => {
    const cache = await createCache()
    const { observer } = showRoster(cache, (roster) => roster, replaceEqualDeep)
    const rosterBefore = observer.getCurrentResult().data
    const changing = change(cache)
    const call = await vi.waitUntil(() => unansweredCalls.shift())
    const shown = observer.getCurrentResult().data
    expect(linesOf(shown)).not.toEqual(linesOf(rosterBefore))
    expect(shown && answeredRoster(shown)).toEqual(rosterBefore)
    call.answer(notPermitted())
    await expect(changing).rejects.toMatchObject({ code: 'NotPermitted' })
  })
})

describe('a roster that is written during a change', () => {
  test('is shown with the change if it is hydrated, and then contains the new seat', async () => {
    const cache = await createCache()
    const page = showRoster(cache)
    const assigning = assign(cache, 'grace@example.com')
    const call = await takeCall('POST')
    const server = new QueryClient()
    await immediateClient.assignSeat({ ...source, email: 'lin@example.com' })
    const roster = await immediateClient.listSeats(source)
    const seats = roster.seats.filter(({ email }) => email !== 'grace@example.com')
    server.setQueryData(rosterKey(), { ...roster, seats, available_seats: 8 }, { updatedAt: Date.now() + 1_000 })
    hydrate(cache, dehydrate(server))
    expect(page.currentLines()).toEqual([
      'ada@example.com pending',
      'grace@example.com pending …',
      'lin@example.com pending',
    ])
    call.answer()
    await assigning
    expect(page.currentLines()).toEqual([
      'ada@example.com pending',
      'grace@example.com pending',
      'lin@example.com pending',
    ])
  })

  test('is shown with the change if the cache was empty before', async () => {
    const cache = new QueryClient()
    onTestFinished(() => cache.clear())
    const roster = await immediateClient.listSeats(source)
    const assigning = assign(cache, 'grace@example.com')
    const call = await takeCall('POST')
    cache.setQueryData(rosterKey(), roster)
    expect(linesOf(cache.getQueryData(rosterKey()))).toEqual(['ada@example.com pending'])
    const page = showRoster(cache)
    expect(page.currentLines()).toEqual(['ada@example.com pending', 'grace@example.com pending …'])
    call.answer()
    await assigning
    expect(page.currentLines()).toEqual(['ada@example.com pending', 'grace@example.com pending'])
    expect(linesOf(cache.getQueryData(rosterKey()))).toEqual(page.currentLines())
  })

  test('keeps the fields that the app wrote, but no optimistic row', async () => {
    const cache = await createCache()
    const page = showRoster(cache)
    const assigning = assign(cache, 'grace@example.com')
    const call = await takeCall('POST')
    const shown = page.observer.getCurrentResult().data
    cache.setQueryData(rosterKey(), shown && { ...shown, total_seats: 12 })
    expect(page.currentLines()).toEqual(['ada@example.com pending', 'grace@example.com pending …'])
    expect(page.observer.getCurrentResult().data).toMatchObject({ total_seats: 12, available_seats: 10 })
    call.answer(notPermitted())
    await expect(assigning).rejects.toMatchObject({ code: 'NotPermitted' })
    expect(page.currentLines()).toEqual(['ada@example.com pending'])
    expect(cache.getQueryData(rosterKey())).toMatchObject({ total_seats: 12, available_seats: 11 })
    // The app may have written optimistic rows, so the roster is read again.
    expect(unansweredCalls.map(({ method }) => method)).toEqual(['GET'])
  })

  test('is not read again if the page has read it since the app wrote it', async () => {
    const cache = await createCache()
    const page = showRoster(cache)
    const assigning = assign(cache, 'grace@example.com')
    const call = await takeCall('POST')
    cache.setQueryData(rosterKey(), (roster: SeatsList | undefined) => roster && { ...roster, total_seats: 12 })
    const reading = page.observer.refetch()
    ;(await takeCall('GET')).answer()
    await reading
    call.answer()
    await assigning
    await nextTask()
    expect(unansweredCalls).toEqual([])
  })

  test('always shows a seat whose assign was answered during a read', async () => {
    const cache = await createCache()
    const page = showRoster(cache)
    const reading = page.observer.refetch()
    const listCall = await takeCall('GET')
    const assigning = assign(cache, 'grace@example.com')
    ;(await takeCall('POST')).answer()
    await assigning
    listCall.answer()
    await reading
    expect(page.currentLines()).toEqual(['ada@example.com pending', 'grace@example.com pending'])
    const firstIndex = page.shown.findIndex((lines) => lines.includes('grace@example.com pending …'))
    for (const lines of page.shown.slice(firstIndex)) expect(lines.join()).toContain('grace@example.com')
  })

  test('contains a seat whose assign was answered during a read, even if the page was left', async () => {
    const cache = await createCache()
    const observer = new QueryObserver(cache, options())
    const leave = observer.subscribe(() => {})
    void observer.refetch()
    await takeCall('GET')
    const assigning = assign(cache, 'grace@example.com')
    ;(await takeCall('POST')).answer()
    await assigning
    leave()
    await vi.waitFor(() => expect(cache.getQueryState(rosterKey())?.fetchStatus).toBe('idle'))
    expect(linesOf(cache.getQueryData(rosterKey()))).toEqual(['ada@example.com pending', 'grace@example.com pending'])
  })
})

test.each([
  ['fresh', async () => {}],
  ['outdated', (cache: QueryClient) => cache.invalidateQueries({ queryKey: rosterKey() })],
])('a change does not affect whether the roster counts as outdated: %s', async (_what, prepare) => {
  const cache = await createCache()
  await prepare(cache)
  const before = stateOf(cache)
  const assigning = assign(cache, 'grace@example.com')
  const call = await takeCall('POST')
  vi.setSystemTime(Date.now() + 60_000)
  onTestFinished(() => void vi.useRealTimers())
  expect(stateOf(cache)).toEqual(before)
  call.answer()
  await assigning
  expect(linesOf(cache.getQueryData(rosterKey()))).toEqual(['ada@example.com pending', 'grace@example.com pending'])
  expect(stateOf(cache)).toEqual(before)
})

test('the error of a failed read stays in the cache during a change', async () => {
  const cache = await createCache()
  const page = showRoster(cache)
  const reading = page.observer.refetch()
  ;(await takeCall('GET')).answer(badGateway())
  await reading
  const before = stateOf(cache)
  expect(page.observer.getCurrentResult().error).toMatchObject({ code: 'ServerError' })
  const assigning = assign(cache, 'grace@example.com')
  ;(await takeCall('POST')).answer()
  await assigning
  expect(stateOf(cache)).toEqual(before)
})

test('optimistic rows have ids that are unique across pages', async () => {
  const ids: string[] = []
  for (const email of ['grace@example.com', 'lin@example.com']) {
    vi.resetModules()
    const { assignSeatMutationOptions, seatsQueryOptions } = await import('@seats/core/query')
    const cache = await createCache()
    const assigning = assignSeatMutationOptions(client, source, cache).mutationFn({ email })
    const { data } = new QueryObserver(cache, seatsQueryOptions(client, source)).getCurrentResult()
    ids.push(...(data?.seats ?? []).filter(isOptimisticSeat).map(({ id }) => id))
    ;(await takeCall('POST')).answer(notPermitted())
    await expect(assigning).rejects.toMatchObject({ code: 'NotPermitted' })
  }
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(2)
})

describe('select', () => {
  test('receives the roster with the unanswered changes', async () => {
    const cache = await createCache()
    const emails = ({ seats }: SeatsList) => seats.map(({ email }) => email).toSorted()
    const observer = new QueryObserver(cache, seatsQueryOptions(client, source, { select: emails, staleTime: 60_000 }))
    onTestFinished(observer.subscribe(() => {}))
    const assigning = assign(cache, 'grace@example.com')
    expect(observer.getCurrentResult().data).toEqual(['ada@example.com', 'grace@example.com'])
    ;(await takeCall('POST')).answer(notPermitted())
    await expect(assigning).rejects.toMatchObject({ code: 'NotPermitted' })
    expect(observer.getCurrentResult().data).toEqual(['ada@example.com'])
  })

  test('is called only if the roster changes, not for each render', async () => {
    const cache = await createCache()
    const select = vi.fn<(roster: SeatsList) => SeatsList>((roster) => roster)
    const page = showRoster(cache, select)
    const render = () =>
      page.observer.setOptions({ ...seatsQueryOptions(client, source, { select }), staleTime: Infinity })
    render()
    expect(select).toHaveBeenCalledTimes(1)
    const assigning = assign(cache, 'grace@example.com')
    render()
    render()
    expect(select).toHaveBeenCalledTimes(2)
    ;(await takeCall('POST')).answer()
    await assigning
    render()
    expect(select).toHaveBeenCalledTimes(3)
  })

  test('keeps the identity of unchanged rows', async () => {
    const cache = await createCache()
    const page = showRoster(cache)
    const rowOfAda = () => page.observer.getCurrentResult().data?.seats.find(({ id }) => id === adasSeat.id)
    const before = rowOfAda()
    const assigning = assign(cache, 'grace@example.com')
    expect(rowOfAda()).toBe(before)
    ;(await takeCall('POST')).answer()
    await assigning
    expect(rowOfAda()).toBe(before)
  })
})

test('caches of two users do not see each other’s changes', async () => {
  const [mine, theirs] = [await createCache(), await createCache()]
  const page = showRoster(theirs)
  const assigning = assign(mine, 'grace@example.com')
  expect(page.currentLines()).toEqual(['ada@example.com pending'])
  ;(await takeCall('POST')).answer()
  await assigning
  expect(page.currentLines()).toEqual(['ada@example.com pending'])
  expect(mine.getQueryData(keyWithoutSource)).toBe(undefined)
})
