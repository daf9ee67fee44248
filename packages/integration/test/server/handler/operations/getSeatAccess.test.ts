import { createSeatsClient, getSeatAccess } from '@seats/core'
import type { SeatsGrant } from '@seats/server'
import { expect, test } from 'vitest'
import { errorOf } from '../../../core/startServers.ts'
import { readEvents } from '../../readEvents.ts'
import { withOccupant, startGuard, type TestGuard } from '../../startGuard.ts'

const createPageClient = ({ handler }: TestGuard) =>
  createSeatsClient({
    baseURL: 'https://app.example.com/api/seats',
    retry: false,
    fetch: (request) => {
      const pageRequest = new Request(request)
      pageRequest.headers.set('sec-fetch-site', 'same-origin')
      return handler(pageRequest)
    },
  })

const subscriptionOf = ({ emulator }: TestGuard) => ({ subscription_id: emulator.ref('acme/sub') })

const grantTo = (guard: TestGuard, email: string, otherOptions: Partial<SeatsGrant> = {}) =>
  guard.grant({
    sources: [subscriptionOf(guard)],
    operations: ['getSeatAccess'],
    occupant: { email },
    ...otherOptions,
  } as SeatsGrant)

test.each([
  ['bob@example.com', true, null],
  ['pia@example.com', false, 'pending'],
  ['eve@example.org', false, 'not_seated'],
])('the answer about %s has seated: %s and the reason %s', async (email, seated, reason) => {
  const guard = await startGuard()
  grantTo(guard, email)
  const access = await getSeatAccess(createPageClient(guard), { source: subscriptionOf(guard) })
  expect(access).toEqual({ seated, reason, lapsedSince: null, basis: 'known', asOf: expect.any(String) })
})

test('a second request, by another person, sends no call to Polar', async () => {
  const guard = await startGuard()
  for (const email of ['bob@example.com', 'pia@example.com']) {
    grantTo(guard, email)
    await getSeatAccess(createPageClient(guard), { source: subscriptionOf(guard) })
  }
  expect(guard.calls.map((call) => call.replace(/\?.*|[0-9a-f-]{36}/, ''))).toEqual([
    'GET /v1/customer-seats',
    'GET /v1/subscriptions/',
  ])
})

test('a request cannot ask about somebody else', async () => {
  const guard = await startGuard()
  grantTo(guard, 'eve@example.org')
  const query = `subscription_id=${subscriptionOf(guard).subscription_id}&email=bob@example.com&occupant=bob@example.com`
  const answer = await guard.send('GET', `/v1/customer-seats/access?${query}`, withOccupant('bob'))
  expect(await answer.json()).toMatchObject({ seated: false, reason: 'not_seated' })
})

const refusals: [string, object | null, string, number][] = [
  ['a request without a user', null, 'sub', 401],
  ['a grant without an occupant', {}, 'sub', 403],
  ['a grant without the operation', { operations: ['getMySeats'], occupant: { email: 'bob@example.com' } }, 'sub', 403],
  [
    'a source that is not granted',
    { operations: ['getSeatAccess'], occupant: { email: 'eve@example.org' } },
    'foreign',
    404,
  ],
]
test.each(refusals)('the access is refused: %s', async (_title, grant, ref, status) => {
  const guard = await startGuard()
  guard.grant(grant && ({ sources: [subscriptionOf(guard)], ...grant } as SeatsGrant))
  const source = { subscription_id: guard.emulator.ref(`acme/${ref}`) }
  expect(await errorOf(getSeatAccess(createPageClient(guard), { source }))).toMatchObject({ status })
  expect(guard.calls).toEqual([])
})

test('a client with a token cannot ask for the access', async () => {
  const { polar, emulator } = await startGuard()
  const source = { subscription_id: emulator.ref('acme/sub') }
  expect(await errorOf(getSeatAccess(polar, { source }))).toMatchObject({ code: 'ConfigurationError' })
})

test('a person who may not list the roster gets only events about themselves, and these do not contain the seat', async () => {
  const guard = await startGuard()
  const { send, emulator, grant } = guard
  const source = subscriptionOf(guard)
  const path = `/v1/customer-seats/events?subscription_id=${source.subscription_id}`
  const manager = { sources: [source] }
  grantTo(guard, 'Bob@Example.com')
  const memberStream = readEvents(await send('GET', path))
  grant(manager)
  const managerStream = readEvents(await send('GET', path))
  expect((await send('DELETE', `/v1/customer-seats/${emulator.ref('acme/pia')}`, withOccupant('pia'))).status).toBe(200)
  expect((await send('DELETE', `/v1/customer-seats/${emulator.ref('acme/bob')}`, withOccupant('bob'))).status).toBe(200)
  await expect.poll(() => managerStream.events).toHaveLength(2)
  await expect.poll(() => memberStream.events).toEqual([{ event: 'changed', data: source }])
  await memberStream.cancel()
  await managerStream.cancel()
})

test('a person whose grant has no operation about themselves gets no events', async () => {
  const guard = await startGuard()
  grantTo(guard, 'bob@example.com', { operations: ['claimSeat'] })
  const answer = await guard.send(
    'GET',
    `/v1/customer-seats/events?subscription_id=${subscriptionOf(guard).subscription_id}`,
  )
  expect(answer.status).toBe(403)
})
