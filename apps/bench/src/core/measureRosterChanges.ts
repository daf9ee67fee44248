import { createSeatsClient, type CustomerSeat, type SeatsList } from '@seats/core'
import { assignSeatMutationOptions, followRoster, revokeSeatMutationOptions } from '@seats/core/query'
import { seatsQueryOptions } from '@seats/react'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { compare } from '../figures/compare.ts'
import { cpuTime } from '../figures/cpuTime.ts'
import { ratio, type Figure } from '../figures/Figure.ts'
import { roster, sourceOf } from './answers.ts'
import { notifyAtOnce } from './notifyAtOnce.ts'

const seatCount = 10_000
const rounds = 40
/**
 * The number of changes in one sample. With a single change, most of the measured time would be spent on the
 * garbage that `JSON.parse` leaves.
 */
const changesPerSample = 10
const source = sourceOf(seatCount)
const jsonHeaders = { 'content-type': 'application/json' }

/** Compares `JSON.parse` of a roster of 10,000 seats with a change of one seat, while a page shows the roster. */
export const measureRosterChanges = (): Promise<Figure[]> => notifyAtOnce(measureChanges)

async function measureChanges(): Promise<Figure[]> {
  const text = JSON.stringify(roster(seatCount))
  const guard = createGuard(text)
  const client = createSeatsClient({ baseURL: '/api/seats', fetch: guard.fetch })
  const cache = new QueryClient()
  const observer = new QueryObserver(cache, seatsQueryOptions(client, source))
  const currentRoster = () => observer.getCurrentResult().data ?? { seats: [], available_seats: 0, total_seats: 0 }
  let onShown = () => {}
  const stopShowing = observer.subscribe(() => onShown())
  const unfollow = followRoster(client, source, cache)
  try {
    await observer.refetch()
    const sendEvent = await guard.stream
    let nextIndex = 0
    const nextSeat = () => {
      const seat = currentRoster().seats[nextIndex++]
      if (seat === undefined) throw new Error('No seat is left.')
      return seat
    }
    const receiveEvent = async () => {
      const seat = { ...nextSeat(), modified_at: new Date().toISOString() }
      const arrived = new Promise<void>((resolve) => {
        onShown = () => {
          if (currentRoster().seats.some(({ id, modified_at }) => id === seat.id && modified_at === seat.modified_at))
            resolve()
        }
      })
      sendEvent(seat)
      await arrived
      onShown = () => {}
    }
    const revoke = () => revokeSeatMutationOptions(client, source, cache).mutationFn(nextSeat())
    let invitationCount = 0
    const assign = () =>
      assignSeatMutationOptions(client, source, cache).mutationFn({ email: `invited${invitationCount++}@example.com` })
    const repeat = (change: () => Promise<unknown>) => async () => {
      for (let count = 0; count < changesPerSample; count++) await change()
    }
    const times = await compare(
      {
        parse: async () => JSON.parse(text) as unknown,
        event: repeat(receiveEvent),
        revoke: repeat(revoke),
        assign: repeat(assign),
      },
      rounds,
      { now: cpuTime },
    )
    const conditions = `${seatCount} seats that a page shows, answered in process, CPU time`
    const createFigure = (name: string, samples: number[]) =>
      ratio(
        `JSON.parse of the roster, compared with ${changesPerSample} ${name}`,
        { ours: times.parse, other: samples },
        // One change may take a twentieth of the time of `JSON.parse`.
        { conditions, bound: { atLeast: 20 / changesPerSample } },
      )
    return [
      createFigure('events about one seat each', times.event),
      createFigure('revokes, with their requests', times.revoke),
      createFigure('assigns, with their requests', times.assign),
    ]
  } finally {
    unfollow()
    stopShowing()
    cache.clear()
  }
}

/** Creates a guard in this process, which answers at once and has a stream of events. */
function createGuard(rosterText: string) {
  let onStream = (_send: (seat: CustomerSeat) => void) => {}
  const stream = new Promise<(seat: CustomerSeat) => void>((resolve) => {
    onStream = resolve
  })
  // The object that `roster` returns has the fields of a `SeatsList`.
  const seats = new Map((JSON.parse(rosterText) as SeatsList).seats.map((seat) => [seat.id, seat]))
  const [template] = seats.values()
  const openStream = () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const write = (text: string) => controller.enqueue(new TextEncoder().encode(text))
        write(': open\n\n')
        onStream((seat) => write(`event: seat\ndata: ${JSON.stringify(seat)}\n\n`))
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }
  const change = async (request: Request) => {
    const modified_at = new Date().toISOString()
    if (request.method === 'DELETE') {
      const seat = seats.get(new URL(request.url).pathname.split('/').at(-1) ?? '')
      return { ...seat, status: 'revoked', revoked_at: modified_at, modified_at }
    }
    const { email } = await request.json()
    const member = null
    return { ...template, id: crypto.randomUUID(), member_id: null, member, email, customer_email: email, modified_at }
  }
  return {
    stream,
    async fetch(request: Request): Promise<Response> {
      if (request.url.includes('/events')) return openStream()
      const body = request.method === 'GET' ? rosterText : JSON.stringify(await change(request))
      return new Response(body, { headers: jsonHeaders })
    },
  }
}
