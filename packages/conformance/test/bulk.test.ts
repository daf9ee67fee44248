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
  source = { subscription_id: seed(10) }
  cache = new QueryClient()
})
afterEach(() => {
  vi.useRealTimers()
})

function seed(seats: number, ...people: string[]): string {
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
const options = (of: SeatsClient = client) => assignSeatsQueryOptions(of, source, cache)
const job = (concurrency = 1, of: SeatsClient = client) => assignSeatsJob(of, source, cache, { concurrency })
const state = () => cache.getQueryData<AssignSeatsState>(options().queryKey)
const posts = () => calls.filter((method) => method === 'POST').length
const nextTask = () => new Promise<void>((resolve) => setImmediate(resolve))
const soon = (look: () => void) => vi.waitFor(look, { timeout: 10_000, interval: 1 })
const reaches = (status: AssignSeatsState['status']) => soon(() => expect(state()?.status).toBe(status))

/** Holds the `nth` call with this method from now on. */
function hold(method: string, nth = 1) {
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
  const observer = new QueryObserver<AssignSeatsState>(cache, options())
  const leave = observer.subscribe(() => {})
  onTestFinished(leave)
  return { leave, shown: () => observer.getCurrentResult().data }
}

/** Reads the roster before it changes. Returns what a component shows of it. */
async function showRoster(): Promise<() => SeatsList | undefined> {
  const options = seatsQueryOptions(client, source)
  await cache.fetchQuery(options)
  return () => new QueryObserver(cache, options).getCurrentResult().data
}

const emails = (roster: SeatsList | undefined) => roster?.seats.map(({ email }) => email).toSorted()
const isOutdated = () => cache.getQueryState(seatsQueryOptions(client, source).queryKey)?.isInvalidated

describe('a job whose state is removed from the cache', () => {
  test.each([
    ['removed with the whole cache', () => cache.clear()],
    ['removed by its key', () => cache.removeQueries({ queryKey: options().queryKey })],
    ['reset', () => void cache.resetQueries({ queryKey: ['seats'] })],
  ])('sends nothing more and writes nothing back: %s', async (_how, take) => {
    const roster = await showRoster()
    const page = showJob()
    const call = hold('POST', 5)
    job().start(people)
    await call.arrived
    expect(page.shown()?.status).toBe('running')
    take()
    const after = state()
    call.release()
    await soon(async () => expect((await polar.listSeats(source)).seats).toHaveLength(5))
    for (let turn = 0; turn < 50; turn++) await nextTask()
    expect(posts()).toBe(5)
    expect(state()).toBe(after)
    expect(after?.recipients ?? []).toEqual([])
    expect(roster()?.seats.some(isOptimisticSeat) ?? false).toBe(false)

    // No state is left to resume, and a new job can be started.
    job().resume()
    expect(state()).toBe(after)
    job().start(people)
    await reaches('done')
    expect(state()?.report?.results.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 5 }, () => 'already_seated'),
      ...Array.from({ length: 3 }, () => 'assigned'),
    ])
  })

  test('sends nothing if it waits for the rate limit', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const slow = createSeatsClient({
      accessToken: 'polar_oat_acme',
      baseURL: 'http://emulator.test',
      retry: false,
      ratePerMinute: 3,
      fetch: async (request) => {
        calls.push(request.method)
        return emulator.fetch(request)
      },
    })
    job(4, slow).start(people)
    await soon(() => expect(posts()).toBe(2))
    cache.clear()
    await vi.advanceTimersByTimeAsync(200_000)
    expect(posts()).toBe(2)
  })

  test('does not show its recipients on a roster that is read again', async () => {
    await showRoster()
    const call = hold('POST')
    job().start(people)
    await call.arrived
    cache.clear()
    const roster = await showRoster()
    expect(roster()?.seats).toEqual([])
    call.release()
    await soon(() => expect(emails(roster())).toEqual(['p0@example.com']))
  })

  test('does not end a job that was started after it', async () => {
    const first = hold('POST')
    job().start(people.slice(0, 2))
    await first.arrived
    cache.clear()
    const second = hold('POST', 2)
    job().start(people.slice(2, 5))
    await second.arrived
    first.release()
    for (let turn = 0; turn < 50; turn++) await nextTask()
    expect(state()).toMatchObject({ status: 'running', recipients: people.slice(2, 5), progress: { done: 1 } })
    second.release()
    await reaches('done')
    expect(emails(await polar.listSeats(source))).toEqual([0, 2, 3, 4].map((n) => `p${n}@example.com`))
  })
})

describe('a job that no component shows', () => {
  beforeEach(() => {
    cache = new QueryClient({ defaultOptions: { queries: { gcTime: 1000, retry: false } } })
  })

  test.each([
    ['its page was left', true],
    ['no page ever showed it', false],
  ])('goes on and is not collected: %s', async (_why, isShown) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const page = isShown ? showJob() : undefined
    const call = hold('POST', 2)
    job().start(people.slice(0, 3))
    await call.arrived
    page?.leave()
    await vi.advanceTimersByTimeAsync(600_000)
    call.release()
    await reaches('done')
    expect(state()).toMatchObject({ recipients: people.slice(0, 3), progress: { done: 3, total: 3 } })
    expect(emails(await polar.listSeats(source))).toHaveLength(3)
  })

  test.each([
    ['its page was left', true],
    ['no page ever showed it', false],
  ])('stays as it is where everything is read again: %s', async (_why, isShown) => {
    const page = isShown ? showJob() : undefined
    const call = hold('POST', 2)
    job().start(people.slice(0, 3))
    await call.arrived
    page?.leave()
    const failures: unknown[] = []
    cache.getQueryCache().config.onError = (error) => failures.push(error)
    await cache.refetchQueries()
    expect(state()).toMatchObject({ status: 'running', progress: { done: 1 } })
    call.release()
    await reaches('done')
    expect(failures).toEqual([])
    expect(posts()).toBe(3)
  })
})

describe('a roster that the results of a job prove wrong', () => {
  test('shows people whom somebody else has seated', async () => {
    const roster = await showRoster()
    await polar.assignSeat({ ...source, email: 'ada@example.com' })
    job().start([{ email: 'ada@example.com' }])
    await reaches('done')
    expect(state()?.report?.results[0]?.outcome).toBe('already_seated')
    expect(emails(roster())).toEqual(['ada@example.com'])
    expect(roster()?.available_seats).toBe(9)
    expect(isOutdated()).toBe(false)
  })

  test('is read again if somebody has a seat that no answer shows', async () => {
    await showRoster()
    const call = hold('POST')
    job().start([{ email: 'ada@example.com' }])
    await call.arrived
    await polar.assignSeat({ ...source, email: 'ada@example.com' })
    call.release()
    await reaches('done')
    expect(state()?.report?.results[0]?.outcome).toBe('already_seated')
    expect(isOutdated()).toBe(true)
  })

  test('is read again if no seat is free', async () => {
    source = { subscription_id: seed(1) }
    const roster = await showRoster()
    expect(roster()?.available_seats).toBe(1)
    await polar.assignSeat({ ...source, email: 'grace@example.com' })
    job().start([{ email: 'ada@example.com' }])
    await reaches('stopped')
    expect(state()?.report?.results[0]?.outcome).toBe('no_seat')
    expect(isOutdated()).toBe(true)
  })

  test('is not read again if it was right', async () => {
    await showRoster()
    job().start([{ email: 'ada@example.com' }, { email: 'ADA@example.com' }, { email: 'nobody' }])
    await reaches('done')
    expect(isOutdated()).toBe(false)
  })
})

describe('an invalid recipient', () => {
  test.each([[{ email: 42 }], [{}], [null], ['ada@example.com'], [{ member_id: { id: 1 } }]])(
    'is invalid, and the others are seated: %j',
    async (given) => {
      const roster = await showRoster()
      const call = hold('POST')
      job().start([{ email: 'ada@example.com' }, given as unknown as SeatInvitee])
      expect(
        roster()
          ?.seats.filter(isOptimisticSeat)
          .map(({ email }) => email),
      ).toEqual(['ada@example.com'])
      await call.arrived
      call.release()
      await reaches('done')
      expect(state()?.report?.results.map(({ outcome }) => outcome)).toEqual(['assigned', 'invalid'])
      expect(emails(roster())).toEqual(['ada@example.com'])
    },
  )

  test.each([[{ email: 42 }], [{}], ['ada@example.com']])('is also refused by the single assign: %j', async (given) => {
    const roster = await showRoster()
    const assigned = assignSeatMutationOptions(client, source, cache).mutationFn(given as unknown as SeatInvitee)
    expect(roster()?.seats).toEqual([])
    const error: unknown = await assigned.catch((reason: unknown) => reason)
    expect(isSeatsError(error, 'RequestValidationError')).toBe(true)
    expect(posts()).toBe(0)
  })
})

test('a job that ends with an unexpected error has failed, shows nobody, and can be started again', async () => {
  const roster = await showRoster()
  const failures: unknown[] = []
  const onFailure = (error: unknown) => failures.push(error)
  process.on('unhandledRejection', onFailure)
  onTestFinished(() => void process.off('unhandledRejection', onFailure))
  const mistaken = {
    ...client,
    assignSeat: () => Promise.reject(new TypeError('a mistake in what wraps the client')),
  }
  job(1, mistaken).start(people)
  await reaches('failed')
  expect(state()).toMatchObject({ error: null, recipients: people })
  expect(roster()?.seats).toEqual([])
  expect(isOutdated()).toBe(true)
  await soon(() => expect(failures).toEqual([new TypeError('a mistake in what wraps the client')]))
  job().resume()
  await reaches('done')
  expect(emails(roster())).toHaveLength(8)
})

test('a report that is restored after the page was mounted is shown, and can be resumed', async () => {
  const call = hold('POST', 2)
  job().start(people.slice(0, 3))
  await call.arrived
  job().cancel()
  call.release()
  await reaches('stopped')
  const stored: object = JSON.parse(JSON.stringify(dehydrate(cache)))

  cache = new QueryClient()
  const page = showJob()
  expect(page.shown()?.status).toBe('idle')
  hydrate(cache, stored)
  expect(page.shown()).toMatchObject({ status: 'stopped', progress: { done: 2, total: 3 } })
  job().resume()
  await reaches('done')
  expect(emails(await polar.listSeats(source))).toHaveLength(3)
})
