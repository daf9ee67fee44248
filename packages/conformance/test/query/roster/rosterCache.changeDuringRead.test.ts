import type { CustomerSeat, SeatsList } from '@seats/core'
import { assignSeatMutationOptions, revokeSeatMutationOptions, seatsQueryOptions } from '@seats/core/query'
import { dehydrate, hydrate, MutationObserver, onlineManager, QueryClient, QueryObserver } from '@tanstack/query-core'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
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
let seat: CustomerSeat
beforeEach(async () => {
  ;({ source, seat } = await seatAda())
})

const options = () => seatsQueryOptions(client, source)
/** Returns the roster that a component shows. */
const shownRoster = (cache: QueryClient) => new QueryObserver(cache, options()).getCurrentResult().data

async function createLoadedCache(): Promise<QueryClient> {
  const cache = new QueryClient()
  const firstRead = cache.fetchQuery(options())
  const listCall = await takeCall('GET')
  listCall.answer()
  await firstRead
  await nextTask()
  return cache
}

// TanStack Query stores a roster some microtasks after it was read. A change can end between the two.
test.for([0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20])(
  'a read of the roster does not overwrite a change that ends %i microtasks after the read',
  async (microtasks) => {
    const cache = await createLoadedCache()
    const reading = cache.fetchQuery({ ...options(), staleTime: 0 })
    const listCall = await takeCall('GET')
    const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
    const revokeCall = await takeCall('DELETE')
    listCall.answer()
    for (let count = 0; count < microtasks; count++) await Promise.resolve()
    revokeCall.answer()
    await Promise.all([reading, revoking])
    await nextTask()
    const roster = shownRoster(cache)
    expect(roster?.seats.map(({ status }) => status)).toEqual(['revoked'])
    expect(roster?.seats[0]?.modified_at).not.toBe(seat.modified_at)
  },
)

test('a roster that may be wrong after a lost answer counts as outdated until the next read', async () => {
  const cache = await createLoadedCache()
  const reading = cache.fetchQuery({ ...options(), staleTime: 0 })
  const listCall = await takeCall('GET')
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  const revokeCall = await takeCall('DELETE')
  revokeCall.answer(badGateway())
  ;(await takeCall('GET')).answer(badGateway())
  await expect(revoking).rejects.toMatchObject({ isAmbiguous: true })
  listCall.answer()
  await reading
  await nextTask()
  expect(cache.getQueryState(options().queryKey)?.isInvalidated).toBe(true)

  const nextRead = cache.fetchQuery(options())
  ;(await takeCall('GET')).answer()
  await nextRead
  await nextTask()
  expect(cache.getQueryState(options().queryKey)?.isInvalidated).toBe(false)
  expect(shownRoster(cache)?.seats[0]?.status).toBe('revoked')
})

/**
 * Mounts a page that reads the roster. During this read, a revoke takes effect, but its answer is lost. So the roster
 * of the read is wrong.
 */
async function startWrongRoster() {
  const cache = await createLoadedCache()
  const unsubscribe = new QueryObserver(cache, options()).subscribe(() => {})
  onTestFinished(unsubscribe)
  const reading = cache.refetchQueries(options())
  const listCall = await takeCall('GET')
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  ;(await takeCall('DELETE')).answer(badGateway())
  ;(await takeCall('GET')).answer(badGateway())
  await expect(revoking).rejects.toMatchObject({ isAmbiguous: true })
  return { cache, listCall, reading, unsubscribe }
}

test('a roster that may be wrong is read again if the current read fails', async () => {
  const { cache, listCall, reading } = await startWrongRoster()
  listCall.answer(badGateway())
  await reading
  ;(await takeCall('GET')).answer()
  const shownStatus = () => shownRoster(cache)?.seats[0]?.status
  await vi.waitFor(() => expect(shownStatus()).toBe('revoked'))
  await nextTask()
  expect(unansweredCalls).toEqual([])
})

test('a roster that may be wrong stays outdated after the page was left', async () => {
  const { cache, reading, unsubscribe } = await startWrongRoster()
  unsubscribe()
  await reading
  await vi.waitFor(() => expect(cache.getQueryState(options().queryKey)?.isInvalidated).toBe(true))
})

test('a refused change is undone, even if the app has copied the rows with that change into the cache', async () => {
  const cache = await createLoadedCache()
  onTestFinished(new QueryObserver(cache, options()).subscribe(() => {}))
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  const revokeCall = await takeCall('DELETE')
  cache.setQueryData(options().queryKey, (roster: SeatsList | undefined) => roster && { ...roster, note: 1 })
  revokeCall.answer(notPermitted())
  await expect(revoking).rejects.toMatchObject({ code: 'NotPermitted' })
  const listCall = await takeCall('GET')
  listCall.answer(Response.json({ seats: [seat], available_seats: 9, total_seats: 10 }))
  const shownStatus = () => shownRoster(cache)?.seats[0]?.status
  await vi.waitFor(() => expect(shownStatus()).toBe('pending'))
})

test('a change does not restore a roster that is removed from the cache during the change', async () => {
  const cache = await createLoadedCache()
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  const revokeCall = await takeCall('DELETE')
  cache.clear()
  revokeCall.answer()
  await revoking
  expect(cache.getQueryData(options().queryKey)).toBe(undefined)
})

test('a roster that is hydrated during a change keeps its rows', async () => {
  const cache = await createLoadedCache()
  const assigning = assignSeatMutationOptions(client, source, cache).mutationFn({ email: 'mine@example.com' })
  const assignCall = await takeCall('POST')
  await immediateClient.assignSeat({ ...source, email: 'other@example.com' })
  const { queryKey } = options()
  const server = new QueryClient()
  server.setQueryData(queryKey, await immediateClient.listSeats(source), { updatedAt: Date.now() + 1 })
  hydrate(cache, dehydrate(server))
  assignCall.answer()
  await assigning
  const emails = shownRoster(cache)
    ?.seats.map(({ email }) => email)
    .toSorted()
  expect(emails).toEqual(['ada@example.com', 'mine@example.com', 'other@example.com'])
})

test('a roster that the app has invalidated stays outdated after a change', async () => {
  const cache = await createLoadedCache()
  await cache.invalidateQueries(options())
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  ;(await takeCall('DELETE')).answer()
  await revoking
  expect(cache.getQueryState(options().queryKey)?.isInvalidated).toBe(true)
})

test('a roster that may be wrong stays outdated if a newer read fails', async () => {
  const cache = await createLoadedCache()
  const unsubscribe = new QueryObserver(cache, options()).subscribe(() => {})
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  ;(await takeCall('DELETE')).answer(badGateway())
  ;(await takeCall('GET')).answer(badGateway())
  await expect(revoking).rejects.toMatchObject({ isAmbiguous: true })
  await takeCall('GET')
  const nextRead = cache.refetchQueries(options())
  ;(await takeCall('GET')).answer(new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await nextRead
  const assigning = assignSeatMutationOptions(client, source, cache).mutationFn({ email: 'grace@example.com' })
  ;(await takeCall('POST')).answer()
  await assigning
  expect(cache.getQueryState(options().queryKey)?.isInvalidated).toBe(true)
  unsubscribe()
})

test('a change without a connection fails at once, and is not sent later', async () => {
  const cache = await createLoadedCache()
  onlineManager.setOnline(false)
  onTestFinished(() => onlineManager.setOnline(true))
  const mutation = new MutationObserver(cache, revokeSeatMutationOptions(client, source, cache))
  const revoking = mutation.mutate(seat)
  const revokeCall = await takeCall('DELETE')
  expect(shownRoster(cache)?.seats[0]?.status).toBe('revoked')
  revokeCall.fail(new TypeError('Failed to fetch'))
  ;(await takeCall('GET')).answer(badGateway())
  await expect(revoking).rejects.toMatchObject({ code: 'NetworkError' })
  onlineManager.setOnline(true)
  await nextTask()
  expect(unansweredCalls).toEqual([])
})

test('an option that is undefined has its default', () => {
  const { staleTime, retry } = options()
  const optionsWithUndefined = seatsQueryOptions(client, source, { staleTime: undefined, retry: undefined })
  expect(optionsWithUndefined).toMatchObject({ staleTime, retry })
})
