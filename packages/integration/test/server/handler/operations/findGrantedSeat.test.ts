import { createSeatsWebhookHandler, memoryStore } from '@seats/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withOccupant, statusAndCodeOf, startGuard, type TestGuard } from '../../startGuard.ts'

const seats = '/v1/customer-seats'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** Lists the seats of the subscription through the guard, and waits until the roster is in the index. */
async function fillIndex({ send, emulator, calls }: TestGuard) {
  const query = `?subscription_id=${emulator.ref('acme/sub')}`
  await send('GET', `${seats}${query}`)
  // The guard stores the roster after its answer, in microtasks.
  await new Promise((resolve) => setTimeout(resolve))
  calls.length = 0
  return query
}

const methodsOf = ({ calls }: TestGuard) => calls.map((call) => call.split(' ')[0])

test('after a list, a revoke and a resend cost one call to Polar each', async () => {
  const guard = await startGuard()
  const { send, emulator } = guard
  const query = await fillIndex(guard)
  expect((await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend${query}`, withOccupant('pia'))).status).toBe(
    200,
  )
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}${query}`, withOccupant('bob'))).status).toBe(200)
  expect(methodsOf(guard)).toEqual(['POST', 'DELETE'])
})

test('a request need not name the source, because the index shows it', async () => {
  const guard = await startGuard()
  const { send, emulator } = guard
  await fillIndex(guard)
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))).status).toBe(200)
  expect(methodsOf(guard)).toEqual(['DELETE'])
})

test('the roster is listed first if the index shows another person or is too old, or if the request names no occupant', async () => {
  const guard = await startGuard()
  const { send, emulator, calls } = guard
  const query = await fillIndex(guard)
  const [bob, pia] = [emulator.ref('acme/bob'), emulator.ref('acme/pia')]
  expect(await statusAndCodeOf(send('DELETE', `${seats}/${bob}${query}`, withOccupant('pia')))).toEqual([
    409,
    'SeatOccupantChanged',
  ])
  expect((await send('POST', `${seats}/${pia}/resend${query}`)).status).toBe(200)
  expect(methodsOf(guard)).toEqual(['GET', 'GET', 'POST'])
  calls.length = 0
  vi.setSystemTime(Date.now() + 61_000)
  expect((await send('DELETE', `${seats}/${bob}${query}`, withOccupant('bob'))).status).toBe(200)
  expect(methodsOf(guard)).toEqual(['GET', 'DELETE'])
})

test('webhooks keep the index of a roster fresh, but a roster that was never listed is listed first', async () => {
  const secret = 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0'
  const store = memoryStore()
  const webhooks = createSeatsWebhookHandler({ secret, store })
  const guard = await startGuard({ store, webhooks: [{ handler: webhooks, secret }] })
  const { send, emulator, polar, calls } = guard
  const query = await fillIndex(guard)
  vi.setSystemTime(Date.now() + 50_000)
  await polar.resendInvitation(emulator.ref('acme/pia'))
  await polar.revokeSeat(emulator.ref('acme/pia'))
  await polar.assignSeat({ subscription_id: emulator.ref('acme/foreign'), email: 'x@example.org' })
  await emulator.delivered()
  vi.setSystemTime(Date.now() + 50_000)
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}${query}`, withOccupant('bob'))).status).toBe(200)
  expect(methodsOf(guard)).toEqual(['DELETE'])
  calls.length = 0
  const foreign = { subscription_id: emulator.ref('acme/foreign') }
  guard.grant({ sources: [foreign], actor: 'user-2' })
  const withEve = { headers: { 'seats-occupant': `email=${encodeURIComponent('eve@example.org')}` } }
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/eve')}`, withEve)).status).toBe(200)
  expect(methodsOf(guard)).toEqual(['GET', 'DELETE'])
})

test('a seat that the index knows on a source outside the grant is not found', async () => {
  const guard = await startGuard()
  const { send, emulator, grant } = guard
  const query = await fillIndex(guard)
  grant({ sources: [{ order_id: emulator.ref('acme/ord') }], actor: 'user-2' })
  const answer = send('DELETE', `${seats}/${emulator.ref('acme/bob')}${query}`, withOccupant('bob'))
  expect(await statusAndCodeOf(answer)).toEqual([404, 'ResourceNotFound'])
  expect(methodsOf(guard)).toEqual(['GET'])
})

test('a person who got the seat after the index was filled is seated again, and the caller gets an error', async () => {
  const guard = await startGuard()
  const { send, emulator, polar } = guard
  const query = await fillIndex(guard)
  const source = { subscription_id: emulator.ref('acme/sub') }
  await polar.revokeSeat(emulator.ref('acme/bob'))
  const zoe = await polar.assignSeat({ ...source, email: 'zoe@example.com', immediate_claim: true })
  expect(zoe.id).toBe(emulator.ref('acme/bob'))
  const answer = send('DELETE', `${seats}/${zoe.id}${query}`, withOccupant('bob'))
  expect(await statusAndCodeOf(answer)).toEqual([409, 'SeatOccupantChanged'])
  const claimed = (await polar.listSeats(source)).seats.filter(({ status }) => status === 'claimed')
  expect(claimed.map(({ email }) => email)).toEqual(['zoe@example.com'])
  guard.calls.length = 0
  // Something else may have changed too, so the next change lists the roster.
  await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend${query}`, withOccupant('pia'))
  expect(methodsOf(guard)).toEqual(['GET', 'POST'])
})

test('with `indexMaxAge: 0` the roster is listed before each change', async () => {
  const guard = await startGuard({ indexMaxAge: 0 })
  const { send, emulator } = guard
  const query = await fillIndex(guard)
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}${query}`, withOccupant('bob'))).status).toBe(200)
  expect(methodsOf(guard)).toEqual(['GET', 'DELETE'])
})

test.each([-1, NaN, '60', null])('`indexMaxAge: %s` is refused', async (indexMaxAge) => {
  // @ts-expect-error It is not a number of seconds.
  await expect(startGuard({ indexMaxAge })).rejects.toMatchObject({ code: 'ConfigurationError' })
})
