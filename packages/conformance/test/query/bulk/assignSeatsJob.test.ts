import { createSeatsClient, isSeatsError, type SeatInvitee, type SeatsClient, type SeatsList } from '@seats/core'
import {
  assignSeatMutationOptions,
  assignSeatsJob,
  assignSeatsQueryOptions,
  isOptimisticSeat,
  seatsQueryOptions,
  type AssignSeatsState,
} from '@seats/core/query'
import { startEmulator } from '@seats/emulator'
import { dehydrate, hydrate, QueryClient, QueryObserver } from '@tanstack/query-core'
import { afterAll, afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'

const emulator = await startEmulator()
afterAll(() => emulator.close())

const polar = createSeatsClient({
  accessToken: 'polar_oat_acme',
  baseURL: 'http://emulator.test',
  fetch: (request) => emulator.fetch(request),
})

/** The methods of the calls so far. `onCall` runs before each answer. */
const calls: string[] = []
let onCall: (method: string) => unknown
const client = createSeatsClient({
  accessToken: 'polar_oat_acme',
  baseURL: 'http://emulator.test',
  retry: false,
  fetch: async (request) => {
    calls.push(request.method)
    await onCall(request.method)
    return emulator.fetch(request)
  },
})

let source: { subscription_id: string }
let cache: QueryClient

beforeEach(() => {
  calls.length = 0
  onCall = () => {}
  source = { subscription_id: seedTeam(10) }
  cache = new QueryClient()
})
afterEach(() => {
  vi.useRealTimers()
})

function seedTeam(seats: number, ...people: string[]): string {
  const refs = emulator.reset({
    organizations: [
      {
        slug: 'acme',
        tokens: [{ token: 'polar_oat_acme' }],
        products: [{ ref: 'team' }],
        customers: [{ ref: 'jane', email: 'jane@example.com' }],
        subscriptions: [
          { ref: 'sub', product: 'team', customer: 'jane', seats, roster: people.map((email) => ({ email })) },
        ],
      },
    ],
  })
  return refs['acme/sub'] ?? ''
}

const people = Array.from({ length: 8 }, (_, index) => ({ email: `p${index}@example.com` }))
const jobOptions = (usedClient: SeatsClient = client) => assignSeatsQueryOptions(usedClient, source, cache)
const job = (concurrency = 1, usedClient: SeatsClient = client) =>
  assignSeatsJob(usedClient, source, cache, { concurrency })
const jobState = () => cache.getQueryData<AssignSeatsState>(jobOptions().queryKey)
const countPosts = () => calls.filter((method) => method === 'POST').length
const nextTask = () => new Promise<void>((resolve) => setImmediate(resolve))
const waitUntilPasses = (assertion: () => void) => vi.waitFor(assertion, { timeout: 10_000, interval: 1 })
const waitForStatus = (status: AssignSeatsState['status']) =>
  waitUntilPasses(() => expect(jobState()?.status).toBe(status))

/** Holds one call with this method: the `nth`, counted from now. */
function holdCall(method: string, nth = 1) {
  const gate = Promise.withResolvers<void>()
  const arrived = Promise.withResolvers<void>()
  let count = 0
  onCall = (called) => {
    if (called !== method || ++count !== nth) return
    arrived.resolve()
    return gate.promise
  }
  return { arrived: arrived.promise, release: gate.resolve }
}

/** Mounts a page that shows the job. */
function showJob() {
  const observer = new QueryObserver<AssignSeatsState>(cache, jobOptions())
  const unmount = observer.subscribe(() => {})
  onTestFinished(unmount)
  return { unmount, shownState: () => observer.getCurrentResult().data }
}

/** Reads the roster into the cache. Returns a function that returns the roster as a component shows it. */
async function showRoster(): Promise<() => SeatsList | undefined> {
  const rosterOptions = seatsQueryOptions(client, source)
  await cache.fetchQuery(rosterOptions)
  return () => new QueryObserver(cache, rosterOptions).getCurrentResult().data
}

const emailsOf = (roster: SeatsList | undefined) => roster?.seats.map(({ email }) => email).toSorted()
const isOutdated = () => cache.getQueryState(seatsQueryOptions(client, source).queryKey)?.isInvalidated

describe('a bulk job whose state is removed from the cache', () => {
  test.each([
    ['removed with the whole cache', () => cache.clear()],
    ['removed by its key', () => cache.removeQueries({ queryKey: jobOptions().queryKey })],
    ['reset', () => void cache.resetQueries({ queryKey: ['seats'] })],
  ])('sends no more requests, and does not restore its state: %s', async (_how, removeState) => {
    const roster = await showRoster()
    const page = showJob()
    const call = holdCall('POST', 5)
    job().start(people)
    await call.arrived
    expect(page.shownState()?.status).toBe('running')
    removeState()
    const stateAfter = jobState()
    call.release()
    await waitUntilPasses(async () => expect((await polar.listSeats(source)).seats).toHaveLength(5))
    for (let turn = 0; turn < 50; turn++) await nextTask()
    expect(countPosts()).toBe(5)
    expect(jobState()).toBe(stateAfter)
    expect(stateAfter?.recipients ?? []).toEqual([])
    expect(roster()?.seats.some(isOptimisticSeat) ?? false).toBe(false)

    // No state is left to resume, and a new job can be started.
    job().resume()
    expect(jobState()).toBe(stateAfter)
    job().start(people)
    await waitForStatus('done')
    expect(jobState()?.report?.results.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 5 }, () => 'already_seated'),
      ...Array.from({ length: 3 }, () => 'assigned'),
    ])
  })

  test('sends no more requests if it was waiting for the rate limit', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const slowClient = createSeatsClient({
      accessToken: 'polar_oat_acme',
      baseURL: 'http://emulator.test',
      retry: false,
      ratePerMinute: 3,
      fetch: async (request) => {
        calls.push(request.method)
        return emulator.fetch(request)
      },
    })
    job(4, slowClient).start(people)
    await waitUntilPasses(() => expect(countPosts()).toBe(2))
    cache.clear()
    await vi.advanceTimersByTimeAsync(200_000)
    expect(countPosts()).toBe(2)
  })

  test('does not show its recipients in a roster that is read later', async () => {
    await showRoster()
    const call = holdCall('POST')
    job().start(people)
    await call.arrived
    cache.clear()
    const roster = await showRoster()
    expect(roster()?.seats).toEqual([])
    call.release()
    await waitUntilPasses(() => expect(emailsOf(roster())).toEqual(['p0@example.com']))
  })

  test('does not end a newer job', async () => {
    const firstCall = holdCall('POST')
    job().start(people.slice(0, 2))
    await firstCall.arrived
    cache.clear()
    const secondCall = holdCall('POST', 2)
    job().start(people.slice(2, 5))
    await secondCall.arrived
    firstCall.release()
    for (let turn = 0; turn < 50; turn++) await nextTask()
    expect(jobState()).toMatchObject({ status: 'running', recipients: people.slice(2, 5), progress: { done: 1 } })
    secondCall.release()
    await waitForStatus('done')
    expect(emailsOf(await polar.listSeats(source))).toEqual([0, 2, 3, 4].map((index) => `p${index}@example.com`))
  })
})

describe('a bulk job that no component shows', () => {
  beforeEach(() => {
    cache = new QueryClient({ defaultOptions: { queries: { gcTime: 1000, retry: false } } })
  })

  test.each([
    ['its page was left', true],
    ['no page ever showed it', false],
  ])('continues, and is not garbage collected: %s', async (_why, isShown) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const page = isShown ? showJob() : undefined
    const call = holdCall('POST', 2)
    job().start(people.slice(0, 3))
    await call.arrived
    page?.unmount()
    await vi.advanceTimersByTimeAsync(600_000)
    call.release()
    await waitForStatus('done')
    expect(jobState()).toMatchObject({ recipients: people.slice(0, 3), progress: { done: 3, total: 3 } })
    expect(emailsOf(await polar.listSeats(source))).toHaveLength(3)
  })

  test.each([
    ['its page was left', true],
    ['no page ever showed it', false],
  ])('keeps its state if all queries are refetched: %s', async (_why, isShown) => {
    const page = isShown ? showJob() : undefined
    const call = holdCall('POST', 2)
    job().start(people.slice(0, 3))
    await call.arrived
    page?.unmount()
    const failures: unknown[] = []
    cache.getQueryCache().config.onError = (error) => failures.push(error)
    await cache.refetchQueries()
    expect(jobState()).toMatchObject({ status: 'running', progress: { done: 1 } })
    call.release()
    await waitForStatus('done')
    expect(failures).toEqual([])
    expect(countPosts()).toBe(3)
  })
})

describe('a roster after a bulk job', () => {
  test('shows a recipient to whom somebody else has already assigned a seat', async () => {
    const roster = await showRoster()
    await polar.assignSeat({ ...source, email: 'ada@example.com' })
    job().start([{ email: 'ada@example.com' }])
    await waitForStatus('done')
    expect(jobState()?.report?.results[0]?.outcome).toBe('already_seated')
    expect(emailsOf(roster())).toEqual(['ada@example.com'])
    expect(roster()?.available_seats).toBe(9)
    expect(isOutdated()).toBe(false)
  })

  test('is read again if a recipient has a seat that no response contains', async () => {
    await showRoster()
    const call = holdCall('POST')
    job().start([{ email: 'ada@example.com' }])
    await call.arrived
    await polar.assignSeat({ ...source, email: 'ada@example.com' })
    call.release()
    await waitForStatus('done')
    expect(jobState()?.report?.results[0]?.outcome).toBe('already_seated')
    expect(isOutdated()).toBe(true)
  })

  test('is read again if no seat is free', async () => {
    source = { subscription_id: seedTeam(1) }
    const roster = await showRoster()
    expect(roster()?.available_seats).toBe(1)
    await polar.assignSeat({ ...source, email: 'grace@example.com' })
    job().start([{ email: 'ada@example.com' }])
    await waitForStatus('stopped')
    expect(jobState()?.report?.results[0]?.outcome).toBe('no_seat')
    expect(isOutdated()).toBe(true)
  })

  test('is not read again if the answers show everything that has changed', async () => {
    await showRoster()
    job().start([{ email: 'ada@example.com' }, { email: 'ADA@example.com' }, { email: 'nobody' }])
    await waitForStatus('done')
    expect(isOutdated()).toBe(false)
  })
})

describe('an invalid recipient', () => {
  test.each([[{ email: 42 }], [{}], [null], ['ada@example.com'], [{ member_id: { id: 1 } }]])(
    'has the outcome `invalid`, and the other recipients get seats: %j',
    async (invalidRecipient) => {
      const roster = await showRoster()
      const call = holdCall('POST')
      job().start([{ email: 'ada@example.com' }, invalidRecipient as unknown as SeatInvitee])
      expect(
        roster()
          ?.seats.filter(isOptimisticSeat)
          .map(({ email }) => email),
      ).toEqual(['ada@example.com'])
      await call.arrived
      call.release()
      await waitForStatus('done')
      expect(jobState()?.report?.results.map(({ outcome }) => outcome)).toEqual(['assigned', 'invalid'])
      expect(emailsOf(roster())).toEqual(['ada@example.com'])
    },
  )

  test.each([[{ email: 42 }], [{}], ['ada@example.com']])(
    'is also rejected by assignSeat: %j',
    async (invalidRecipient) => {
      const roster = await showRoster()
      const assigned = assignSeatMutationOptions(client, source, cache).mutationFn(
        invalidRecipient as unknown as SeatInvitee,
      )
      expect(roster()?.seats).toEqual([])
      const error: unknown = await assigned.catch((reason: unknown) => reason)
      expect(isSeatsError(error, 'RequestValidationError')).toBe(true)
      expect(countPosts()).toBe(0)
    },
  )
})

test('a bulk job that throws an unexpected error is `failed`, shows no recipients, and can be resumed', async () => {
  const roster = await showRoster()
  const failures: unknown[] = []
  const onFailure = (error: unknown) => failures.push(error)
  process.on('unhandledRejection', onFailure)
  onTestFinished(() => void process.off('unhandledRejection', onFailure))
  const throwingClient = {
    ...client,
    assignSeat: () => Promise.reject(new TypeError('a bug in a wrapper of the client')),
  }
  job(1, throwingClient).start(people)
  await waitForStatus('failed')
  expect(jobState()).toMatchObject({ error: null, recipients: people })
  expect(roster()?.seats).toEqual([])
  expect(isOutdated()).toBe(true)
  await waitUntilPasses(() => expect(failures).toEqual([new TypeError('a bug in a wrapper of the client')]))
  job().resume()
  await waitForStatus('done')
  expect(emailsOf(roster())).toHaveLength(8)
})

test('a report that is hydrated into a mounted page is shown, and can be resumed', async () => {
  const call = holdCall('POST', 2)
  job().start(people.slice(0, 3))
  await call.arrived
  job().cancel()
  call.release()
  await waitForStatus('stopped')
  const stored: object = JSON.parse(JSON.stringify(dehydrate(cache)))

  cache = new QueryClient()
  const page = showJob()
  expect(page.shownState()?.status).toBe('idle')
  hydrate(cache, stored)
  expect(page.shownState()).toMatchObject({ status: 'stopped', progress: { done: 2, total: 3 } })
  job().resume()
  await waitForStatus('done')
  expect(emailsOf(await polar.listSeats(source))).toHaveLength(3)
})
