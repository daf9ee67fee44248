// @module-tag slow
import { createSeatsClient, type CustomerSeat, type SeatsClient, type SeatsList } from '@seats/core'
import {
  assignSeatMutationOptions,
  isOptimisticSeat,
  reinviteSeatMutationOptions,
  revokeSeatMutationOptions,
  seatsQueryOptions,
} from '@seats/core/query'
import { startEmulator, type Emulator } from '@seats/emulator'
import { QueryClient, QueryObserver } from '@tanstack/query-core'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sortByCreation } from '../../../src/team.ts'

const changeKinds = ['assign', 'assign again', 'revoke', 'revoke the same', 'reinvite'] as const
/** A request succeeds, or is refused and changes nothing, or succeeds but its answer is lost. */
const outcomes = ['answered', 'refused', 'lost'] as const

interface PlannedChange {
  kind: (typeof changeKinds)[number]
  outcome: (typeof outcomes)[number]
}

/** Each mutation first shows its change. Then its request is sent, and then the answer arrives. */
const steps = ['show', 'send', 'answer'] as const

/** Every order of the nine steps of three mutations. */
const interleavings = [...createOrders([3, 3, 3])]

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  return () => void vi.useRealTimers()
})

test('three changes of three steps each have 1,680 orders', () => {
  expect(interleavings).toHaveLength(1680)
})

test('in every order, no change undoes another, and the page shows the server’s roster at the end', async () => {
  const plan = fc.record({ kind: fc.constantFrom(...changeKinds), outcome: fc.constantFrom(...outcomes) })
  const plans = fc.tuple(plan, plan, plan)
  const reads = fc.array(fc.nat({ max: 8 }), { maxLength: 2 })
  // Each run tests every order, with new random outcomes.
  const samples = fc.sample(fc.tuple(plans, reads), { numRuns: interleavings.length, seed: Date.now() })
  for (const [index, order] of interleavings.entries()) {
    const [plansOfRun, readsAt] = samples[index] ?? []
    if (plansOfRun && readsAt) await run(plansOfRun, order, readsAt)
  }
  expect(samples).toHaveLength(interleavings.length)
}, 180_000)

async function run(plans: PlannedChange[], order: number[], readsAt: number[]): Promise<void> {
  const refs = emulator.reset({
    organizations: [
      {
        slug: 'acme',
        tokens: [{ token: 'polar_oat_acme' }],
        products: [{ ref: 'team' }],
        customers: [{ ref: 'jane', email: 'jane@example.com' }],
        subscriptions: [
          {
            ref: 'sub',
            product: 'team',
            customer: 'jane',
            seats: 5,
            roster: ['gone', 'ada', 'grace', 'lin'].map((name) => ({
              email: `${name}@example.com`,
              status: name === 'gone' ? 'revoked' : 'pending',
            })),
          },
        ],
      },
    ],
  })
  const source = { subscription_id: refs['acme/sub'] ?? '' }
  const description = `${JSON.stringify(plans)} in the order ${order.join('')}, read at ${readsAt.join()}`

  // Calls of the page are answered at once. A call of a change waits before it is sent, and again before its answer
  // arrives.
  const pageClient = createClient((request) => emulator.fetch(request))
  const queryClient = new QueryClient()
  const options = seatsQueryOptions(pageClient, source)
  const initialRoster = await queryClient.fetchQuery(options)
  const shownRoster = () => new QueryObserver(queryClient, options).getCurrentResult().data

  const changes = plans.map((plan, index) => createChange(plan, index, initialRoster, source, queryClient))
  const running: Promise<unknown>[] = []
  const reads: Promise<unknown>[] = []
  const nextSteps = changes.map(() => 0)
  for (const [position, index] of order.entries()) {
    if (readsAt.includes(position)) reads.push(queryClient.fetchQuery({ ...options, staleTime: 0 }))
    const step = steps[nextSteps[index] ?? 0]
    nextSteps[index] = (nextSteps[index] ?? 0) + 1
    const change = changes[index]
    if (change === undefined || step === undefined) continue
    if (step === 'show') running.push(change.start().catch((error: unknown) => error))
    else if (step === 'send') change.send()
    else change.answer()
    await change.waitForEffect(step)
    expectConsistentRoster(shownRoster(), description)
  }
  await Promise.all([...running, ...reads])

  // A page reads a wrong roster again only if a component shows the roster. No component shows it here, so the test
  // reads it.
  const lastRead = await queryClient.fetchQuery({ ...options, staleTime: 30_000 })
  const shown = shownRoster() ?? lastRead
  const serverRoster = await pageClient.listSeats(source)
  expect(peopleOf(shown), description).toEqual(peopleOf(serverRoster))
  expect(shown.available_seats, description).toBe(serverRoster.available_seats)
  expect(shown.seats.some(isOptimisticSeat), description).toBe(false)
}

/** Checks that the numbers add up, and that nobody is on the roster twice. */
function expectConsistentRoster(roster: SeatsList | undefined, description: string): void {
  if (roster === undefined) throw new Error(`Nothing is shown: ${description}`)
  const people = peopleOf(roster)
  expect(new Set(people).size, description).toBe(people.length)
  expect(roster.available_seats, description).toBe(Math.max(0, roster.total_seats - people.length))
}

function createChange(
  plan: PlannedChange,
  index: number,
  roster: SeatsList,
  source: { subscription_id: string },
  cache: QueryClient,
) {
  const sending = Promise.withResolvers<void>()
  const answering = Promise.withResolvers<void>()
  let sentCount = 0
  let answeredCount = 0
  const client = createClient(async (request) => {
    if (request.method === 'GET') return emulator.fetch(request)
    await sending.promise
    if (plan.outcome === 'refused') {
      sentCount++
      await answering.promise
      answeredCount++
      return Response.json({ error: 'NotPermitted', detail: 'No.' }, { status: 403 })
    }
    const response = await emulator.fetch(request)
    sentCount++
    await answering.promise
    answeredCount++
    if (plan.outcome === 'lost') throw new TypeError('fetch failed')
    return response
  })
  const [, ada, grace, lin] = sortByCreation(roster.seats)
  const ownSeat = [ada, grace, lin][index]
  if (!ada || !ownSeat) throw new Error('The roster is not the one that was seeded.')
  const start = (): Promise<unknown> => {
    switch (plan.kind) {
      case 'assign':
        return assignSeatMutationOptions(client, source, cache).mutationFn({ email: `new${index}@example.com` })
      case 'assign again':
        return assignSeatMutationOptions(client, source, cache).mutationFn({ email: 'same@example.com' })
      case 'revoke':
        return revokeSeatMutationOptions(client, source, cache).mutationFn(ownSeat)
      case 'revoke the same':
        return revokeSeatMutationOptions(client, source, cache).mutationFn(ada)
      case 'reinvite':
        return reinviteSeatMutationOptions(client, source, cache).mutationFn(ownSeat)
    }
  }
  let isEnded = false
  return {
    start: () => start().finally(() => (isEnded = true)),
    send: () => sending.resolve(),
    answer: () => answering.resolve(),
    /** Waits until a step has taken effect or the whole change has ended. */
    async waitForEffect(step: (typeof steps)[number]) {
      const isDone = () =>
        isEnded || (step === 'show' ? true : step === 'send' ? sentCount > 0 : answeredCount > 0 && isEnded)
      // If an answer was lost and the roster does not show the change, the change waits for the time limit.
      do await (step === 'answer' ? vi.advanceTimersByTimeAsync(1_000) : nextTask())
      while (!isDone())
    },
  }
}

const createClient = (fetch: (request: Request) => Promise<Response>): SeatsClient =>
  createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL: 'http://emulator.test',
    retry: { attempts: 1, maxDelay: 1 },
    // No time limit, because the order of the steps decides how long a call is held.
    timeout: 0,
    fetch,
  })

const peopleOf = ({ seats }: { seats: CustomerSeat[] }): string[] =>
  seats
    .filter(({ status }) => status !== 'revoked')
    .map(({ customer_email, status }) => `${customer_email} ${status}`)
    .toSorted()

async function nextTask(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
  await new Promise<void>((resolve) => setImmediate(resolve))
}

/** Returns every order of the steps of all mutations. The steps of one mutation keep their order. */
function* createOrders(remaining: number[]): Generator<number[]> {
  if (remaining.every((count) => count === 0)) yield []
  for (const [index, count] of remaining.entries()) {
    if (count === 0) continue
    for (const rest of createOrders(remaining.with(index, count - 1))) yield [index, ...rest]
  }
}
