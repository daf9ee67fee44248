import { createSeatsWebhookHandler, memoryStore } from '@seats/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withOccupant, outcome, startWorld, type World } from '../../world.ts'

const seats = '/v1/customer-seats'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** Lists the subscription through the guard, and waits until the index has it. */
async function warmUp({ send, emulator, calls }: World) {
  const query = `?subscription_id=${emulator.ref('acme/sub')}`
  await send('GET', `${seats}${query}`)
  // The guard stores the roster after its answer, in microtasks.
  await new Promise((resolve) => setTimeout(resolve))
  calls.length = 0
  return query
}

const methods = ({ calls }: World) => calls.map((call) => call.split(' ')[0])

test('after a list, a revoke and a resend cost one call to Polar each', async () => {
  const world = await startWorld()
  const { send, emulator } = world
  const query = await warmUp(world)
  expect((await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend${query}`, withOccupant('pia'))).status).toBe(
    200,
  )
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}${query}`, withOccupant('bob'))).status).toBe(200)
  expect(methods(world)).toEqual(['POST', 'DELETE'])
})

test('a request need not name the source, because the index remembers it', async () => {
  const world = await startWorld()
  const { send, emulator } = world
  await warmUp(world)
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))).status).toBe(200)
  expect(methods(world)).toEqual(['DELETE'])
})

test('the roster is listed first if the index shows another person or is too old, or if the request names no occupant', async () => {
  const world = await startWorld()
  const { send, emulator, calls } = world
  const query = await warmUp(world)
  const [bob, pia] = [emulator.ref('acme/bob'), emulator.ref('acme/pia')]
  expect(await outcome(send('DELETE', `${seats}/${bob}${query}`, withOccupant('pia')))).toEqual([
    409,
    'SeatOccupantChanged',
  ])
  expect((await send('POST', `${seats}/${pia}/resend${query}`)).status).toBe(200)
  expect(methods(world)).toEqual(['GET', 'GET', 'POST'])
  calls.length = 0
  vi.setSystemTime(Date.now() + 61_000)
  expect((await send('DELETE', `${seats}/${bob}${query}`, withOccupant('bob'))).status).toBe(200)
  expect(methods(world)).toEqual(['GET', 'DELETE'])
})

test('a change through the guard and a webhook keep the index fresh, but do not replace the first list', async () => {
  const secret = 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0'
  const store = memoryStore()
  const webhooks = createSeatsWebhookHandler({ secret, store })
  const world = await startWorld({ store, webhooks: [{ handler: webhooks, secret }] })
  const { send, emulator, polar, calls } = world
  const query = await warmUp(world)
  vi.setSystemTime(Date.now() + 50_000)
  await polar.resendInvitation(emulator.ref('acme/pia'))
  await polar.revokeSeat(emulator.ref('acme/pia'))
  await polar.assignSeat({ subscription_id: emulator.ref('acme/foreign'), email: 'x@example.org' })
  await emulator.delivered()
  vi.setSystemTime(Date.now() + 50_000)
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}${query}`, withOccupant('bob'))).status).toBe(200)
  expect(methods(world)).toEqual(['DELETE'])
  calls.length = 0
  const foreign = { subscription_id: emulator.ref('acme/foreign') }
  world.grant({ sources: [foreign], actor: 'user-2' })
  const eve = { headers: { 'seats-occupant': `email=${encodeURIComponent('eve@example.org')}` } }
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/eve')}`, eve)).status).toBe(200)
  expect(methods(world)).toEqual(['GET', 'DELETE'])
})

test('a seat that the index knows on a source outside the grant is not found', async () => {
  const world = await startWorld()
  const { send, emulator, grant } = world
  const query = await warmUp(world)
  grant({ sources: [{ order_id: emulator.ref('acme/ord') }], actor: 'user-2' })
  const answer = send('DELETE', `${seats}/${emulator.ref('acme/bob')}${query}`, withOccupant('bob'))
  expect(await outcome(answer)).toEqual([404, 'ResourceNotFound'])
  expect(methods(world)).toEqual(['GET'])
})

test('a person who got the seat after the index was filled is seated again, and the caller gets an error', async () => {
  const world = await startWorld()
  const { send, emulator, polar } = world
  const query = await warmUp(world)
  const source = { subscription_id: emulator.ref('acme/sub') }
  await polar.revokeSeat(emulator.ref('acme/bob'))
  const zoe = await polar.assignSeat({ ...source, email: 'zoe@example.com', immediate_claim: true })
  expect(zoe.id).toBe(emulator.ref('acme/bob'))
  const answer = send('DELETE', `${seats}/${zoe.id}${query}`, withOccupant('bob'))
  expect(await outcome(answer)).toEqual([409, 'SeatOccupantChanged'])
  const claimed = (await polar.listSeats(source)).seats.filter(({ status }) => status === 'claimed')
  expect(claimed.map(({ email }) => email)).toEqual(['zoe@example.com'])
  world.calls.length = 0
  // Something else may have changed too, so the next change lists the roster.
  await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend${query}`, withOccupant('pia'))
  expect(methods(world)).toEqual(['GET', 'POST'])
})

test('with `indexMaxAge: 0` the roster is listed before each change', async () => {
  const world = await startWorld({ indexMaxAge: 0 })
  const { send, emulator } = world
  const query = await warmUp(world)
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}${query}`, withOccupant('bob'))).status).toBe(200)
  expect(methods(world)).toEqual(['GET', 'DELETE'])
})

test.each([-1, NaN, '60', null])('`indexMaxAge: %s` is refused', async (indexMaxAge) => {
  // @ts-expect-error It is not a number of seconds.
  await expect(startWorld({ indexMaxAge })).rejects.toMatchObject({ code: 'ConfigurationError' })
})
