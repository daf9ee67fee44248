import { patchRoster, type CustomerSeat, type SeatsList } from '@seats/core'
import { createSeatsWebhookHandler, memoryStore, type SeatsWebhookCallbacks } from '@seats/server'
import { describe, expect, test } from 'vitest'
import { listen } from './listen.ts'
import { readEvents } from './readEvents.ts'
import { secrets } from './sign.ts'
import { invitationToken, startGuard } from './startGuard.ts'

/** Starts an app with both handlers over HTTP, and a page that follows its live events. The app gets Polar's webhooks. */
async function startApp({ on, secret = secrets.newer }: { on?: SeatsWebhookCallbacks; secret?: string } = {}) {
  const store = memoryStore()
  const errors: unknown[] = []
  const webhooks = createSeatsWebhookHandler({
    secret: [secrets.newer, secrets.older],
    store,
    onError: (error) => errors.push(error),
    on,
  })
  let seats: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503 })
  const url = await listen((request) => (new URL(request.url).pathname === '/hooks' ? webhooks : seats)(request))
  const guard = await startGuard({ store, webhooks: [{ url: `${url}/hooks`, secret }] })
  seats = guard.handler
  const source = { subscription_id: guard.emulator.ref('acme/sub') }
  const path = `${url}/api/seats/v1/customer-seats`
  const stream = readEvents(await fetch(`${path}/events?subscription_id=${source.subscription_id}`))
  await expect.poll(() => stream.retry).toHaveLength(1)
  const roster = (await (await fetch(`${path}?subscription_id=${source.subscription_id}`)).json()) as SeatsList
  return {
    ...guard,
    source,
    stream,
    errors,
    /** The roster on the page. It is the list that was fetched first, patched by every event since then. */
    pageRoster: () =>
      stream.events.reduce(
        (current, { event, data }) => (event === 'seat' ? patchRoster(current, data as CustomerSeat, source) : current),
        roster,
      ),
    statuses: () => guard.emulator.deliveries().map(({ status }) => status),
  }
}

const sortById = (roster: SeatsList) => ({
  ...roster,
  seats: roster.seats.toSorted((first, second) => first.id.localeCompare(second.id)),
})

describe.each(Object.entries(secrets))('webhooks with the %s kind of secret', (_, secret) => {
  test('a change made elsewhere appears on a page that is open', async () => {
    const { polar, source, emulator, pageRoster, statuses } = await startApp({ secret })
    const seat = await polar.assignSeat({ ...source, email: 'ada@example.com' })
    await polar.claimSeat({ invitation_token: invitationToken(emulator, 'ada@example.com') })
    await polar.revokeSeat(emulator.ref('acme/bob'))
    await expect.poll(statuses).toEqual(['succeeded', 'succeeded', 'succeeded'])
    const roster = await polar.listSeats(source)
    const visibleFieldsOf = ({ seats, ...numbers }: SeatsList) => ({
      ...numbers,
      seats: seats.map(({ id, status, email }) => ({ id, status, email })),
    })
    await expect.poll(() => visibleFieldsOf(sortById(pageRoster()))).toEqual(visibleFieldsOf(sortById(roster)))
    expect(pageRoster().seats.find(({ id }) => id === seat.id)?.status).toBe('claimed')
  })
})

test('a failed callback is called again when Polar sends the webhook again', async () => {
  let attempts = 0
  const { polar, source, errors, statuses, emulator } = await startApp({
    on: {
      'customer_seat.assigned': () => {
        attempts += 1
        if (attempts < 3) throw new Error('not yet')
      },
    },
  })
  await polar.assignSeat({ ...source, email: 'ada@example.com' })
  for (const seconds of [2, 4]) {
    await emulator.delivered()
    expect(statuses()).toEqual(['pending'])
    emulator.advance(seconds)
  }
  await emulator.delivered()
  expect(statuses()).toEqual(['succeeded'])
  expect([attempts, errors.length]).toEqual([3, 2])
  expect(emulator.deliveries()).toMatchObject([{ attempts: 3, last_code: 200 }])
})

test('webhooks that Polar repeats in any order do not change the page, and each callback is called once', async () => {
  const calledTypes: string[] = []
  const recordType = ({ type }: { type: string }) => void calledTypes.push(type)
  const { polar, source, emulator, stream, pageRoster, statuses } = await startApp({
    on: { 'customer_seat.assigned': recordType, 'customer_seat.revoked': recordType },
  })
  const seat = await polar.assignSeat({ ...source, email: 'ada@example.com' })
  await polar.revokeSeat(seat.id)
  await expect.poll(statuses).toEqual(['succeeded', 'succeeded'])
  const deliveries = emulator.deliveries().toSorted((first, second) => first.type.localeCompare(second.type))
  expect(deliveries.map(({ type }) => type)).toEqual(['customer_seat.assigned', 'customer_seat.revoked'])
  for (const { id } of [...deliveries, ...deliveries]) {
    const url = `${emulator.url}/_emulator/deliveries/${id}/redeliver`
    const answer = await emulator.fetch(url, { method: 'POST' })
    expect(answer.status).toBe(200)
  }
  expect(emulator.deliveries().map(({ attempts }) => attempts)).toEqual([3, 3])
  expect(calledTypes.toSorted()).toEqual(['customer_seat.assigned', 'customer_seat.revoked'])
  await expect.poll(() => stream.events).toHaveLength(2)
  expect(pageRoster().seats.find(({ id }) => id === seat.id)?.status).toBe('revoked')
})

test('the callback of a revoke gets the person who lost the seat', async () => {
  const revokedOccupants: unknown[] = []
  const { polar, emulator } = await startApp({
    on: { 'customer_seat.revoked': ({ data, occupant }) => void revokedOccupants.push([data.id, occupant?.email]) },
  })
  await polar.revokeSeat(emulator.ref('acme/bob'))
  await expect.poll(() => revokedOccupants).toEqual([[emulator.ref('acme/bob'), 'bob@example.com']])
})
