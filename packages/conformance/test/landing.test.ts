import type { CustomerSeat, SeatsList } from '@seats/core'
import { assignSeatMutationOptions, revokeSeatMutationOptions, seatsQueryOptions } from '@seats/core/query'
import { dehydrate, hydrate, MutationObserver, onlineManager, QueryClient, QueryObserver } from '@tanstack/query-core'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { called, calls, client, down, emulator, nextTask, plain, refused } from './heldCalls.ts'

let source: { subscription_id: string }
let seat: CustomerSeat
beforeEach(async () => {
  source = { subscription_id: emulator.reset()['acme/sub'] ?? '' }
  seat = await plain.assignSeat({ ...source, email: 'ada@example.com' })
})

const options = () => seatsQueryOptions(client, source)
/** Returns the roster that a component shows. */
const shownIn = (cache: QueryClient) => new QueryObserver(cache, options()).getCurrentResult().data

async function loaded(): Promise<QueryClient> {
  const cache = new QueryClient()
  const first = cache.fetchQuery(options())
  const list = await called('GET')
  list.answer()
  await first
  await nextTask()
  return cache
}

// How many microtasks after the list the change ends. TanStack stores a list some microtasks after it was read.
test.for([0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20])(
  'a change that ends %i microtasks after a list was answered is not lost with it',
  async (later) => {
    const cache = await loaded()
    const reading = cache.fetchQuery({ ...options(), staleTime: 0 })
    const list = await called('GET')
    const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
    const revoke = await called('DELETE')
    list.answer()
    for (let turn = 0; turn < later; turn++) await Promise.resolve()
    revoke.answer()
    await Promise.all([reading, revoking])
    await nextTask()
    const shown = shownIn(cache)
    expect(shown?.seats.map(({ status }) => status)).toEqual(['revoked'])
    expect(shown?.seats[0]?.modified_at).not.toBe(seat.modified_at)
  },
)

test('a roster that proves wrong while a list is under way is read again afterwards', async () => {
  const cache = await loaded()
  const reading = cache.fetchQuery({ ...options(), staleTime: 0 })
  const list = await called('GET')
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  const revoke = await called('DELETE')
  revoke.answer(down())
  ;(await called('GET')).answer(down())
  await expect(revoking).rejects.toMatchObject({ isAmbiguous: true })
  list.answer()
  await reading
  await nextTask()
  expect(cache.getQueryState(options().queryKey)?.isInvalidated).toBe(true)

  const again = cache.fetchQuery(options())
  ;(await called('GET')).answer()
  await again
  await nextTask()
  expect(cache.getQueryState(options().queryKey)?.isInvalidated).toBe(false)
  expect(shownIn(cache)?.seats[0]?.status).toBe('revoked')
})

/** Mounts a page with a list under way. Its revoke takes effect, and the answer is lost. */
async function foundWrong() {
  const cache = await loaded()
  const unsubscribe = new QueryObserver(cache, options()).subscribe(() => {})
  onTestFinished(unsubscribe)
  const reading = cache.refetchQueries(options())
  const list = await called('GET')
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  ;(await called('DELETE')).answer(down())
  ;(await called('GET')).answer(down())
  await expect(revoking).rejects.toMatchObject({ isAmbiguous: true })
  return { cache, list, reading, unsubscribe }
}

test('a roster that proves wrong while a list is under way is read again after the list has failed', async () => {
  const { cache, list, reading } = await foundWrong()
  list.answer(down())
  await reading
  ;(await called('GET')).answer()
  const shown = () => shownIn(cache)?.seats[0]?.status
  await vi.waitFor(() => expect(shown()).toBe('revoked'))
  await nextTask()
  expect(calls).toEqual([])
})

test('a roster that proves wrong while a list is under way stays outdated after the page was left', async () => {
  const { cache, reading, unsubscribe } = await foundWrong()
  unsubscribe()
  await reading
  await vi.waitFor(() => expect(cache.getQueryState(options().queryKey)?.isInvalidated).toBe(true))
})

test('a refused change is removed, also from data that the app wrote from the shown rows', async () => {
  const cache = await loaded()
  onTestFinished(new QueryObserver(cache, options()).subscribe(() => {}))
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  const revoke = await called('DELETE')
  cache.setQueryData(options().queryKey, (roster: SeatsList | undefined) => roster && { ...roster, note: 1 })
  revoke.answer(refused())
  await expect(revoking).rejects.toMatchObject({ code: 'NotPermitted' })
  const list = await called('GET')
  list.answer(Response.json({ seats: [seat], available_seats: 9, total_seats: 10 }))
  const shown = () => shownIn(cache)?.seats[0]?.status
  await vi.waitFor(() => expect(shown()).toBe('pending'))
})

test('a roster that was removed during a change does not come back', async () => {
  const cache = await loaded()
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  const revoke = await called('DELETE')
  cache.clear()
  revoke.answer()
  await revoking
  expect(cache.getQueryData(options().queryKey)).toBe(undefined)
})

test('a roster that is hydrated during a change is kept', async () => {
  const cache = await loaded()
  const assigning = assignSeatMutationOptions(client, source, cache).mutationFn({ email: 'mine@example.com' })
  const assign = await called('POST')
  await plain.assignSeat({ ...source, email: 'other@example.com' })
  const { queryKey } = options()
  const server = new QueryClient()
  server.setQueryData(queryKey, await plain.listSeats(source), { updatedAt: Date.now() + 1 })
  hydrate(cache, dehydrate(server))
  assign.answer()
  await assigning
  const emails = shownIn(cache)
    ?.seats.map(({ email }) => email)
    .toSorted()
  expect(emails).toEqual(['ada@example.com', 'mine@example.com', 'other@example.com'])
})

test('a roster that the app has invalidated stays outdated after a change', async () => {
  const cache = await loaded()
  await cache.invalidateQueries(options())
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  ;(await called('DELETE')).answer()
  await revoking
  expect(cache.getQueryState(options().queryKey)?.isInvalidated).toBe(true)
})

test('if a list replaces another one and fails, the roster is read again', async () => {
  const cache = await loaded()
  const unsubscribe = new QueryObserver(cache, options()).subscribe(() => {})
  const revoking = revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  ;(await called('DELETE')).answer(down())
  ;(await called('GET')).answer(down())
  await expect(revoking).rejects.toMatchObject({ isAmbiguous: true })
  await called('GET')
  const again = cache.refetchQueries(options())
  ;(await called('GET')).answer(new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await again
  const assigning = assignSeatMutationOptions(client, source, cache).mutationFn({ email: 'grace@example.com' })
  ;(await called('POST')).answer()
  await assigning
  expect(cache.getQueryState(options().queryKey)?.isInvalidated).toBe(true)
  unsubscribe()
})

test('a change that cannot be sent fails at once, and is not sent later', async () => {
  const cache = await loaded()
  onlineManager.setOnline(false)
  onTestFinished(() => onlineManager.setOnline(true))
  const mutation = new MutationObserver(cache, revokeSeatMutationOptions(client, source, cache))
  const revoking = mutation.mutate(seat)
  const revoke = await called('DELETE')
  expect(shownIn(cache)?.seats[0]?.status).toBe('revoked')
  revoke.fail(new TypeError('Failed to fetch'))
  ;(await called('GET')).answer(down())
  await expect(revoking).rejects.toMatchObject({ code: 'NetworkError' })
  onlineManager.setOnline(true)
  await nextTask()
  expect(calls).toEqual([])
})

test('an undefined option counts as not given', () => {
  const { staleTime, retry } = options()
  const given = seatsQueryOptions(client, source, { staleTime: undefined, retry: undefined })
  expect(given).toMatchObject({ staleTime, retry })
})
