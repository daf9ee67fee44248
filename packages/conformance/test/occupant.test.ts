import { createSeatsClient, type CustomerSeat } from '@seats/core'
import { revokeSeatMutationOptions, seatsQueryOptions } from '@seats/core/query'
import { startEmulator } from '@seats/emulator'
import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { expect, onTestFinished, test } from 'vitest'

/** Mounts a page with a token. Its roster has been read: a seat of nobody, Ada's seat, and free seats. */
async function startPage() {
  const seed = {
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
        roster: [{ status: 'claimed' as const, nobody: true }, { email: 'ada@example.com' }],
      },
    ],
  }
  const emulator = await startEmulator({ seed: { organizations: [seed] } })
  onTestFinished(() => emulator.close())
  const source = { subscription_id: emulator.ref('acme/sub') }
  const calls: string[] = []
  const polar = createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL: emulator.url,
    fetch: (request) => emulator.fetch(request),
  })
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL: emulator.url,
    fetch: (request) => {
      calls.push(request.method)
      return emulator.fetch(request)
    },
  })
  const cache = new QueryClient()
  const options = seatsQueryOptions(client, source)
  const { seats } = await cache.fetchQuery(options)
  const ofEmail = (email: string | null) => seats.find((seat) => seat.customer_email === email)
  const [nobodys, adas] = [ofEmail(null), ofEmail('ada@example.com')]
  if (nobodys === undefined || adas === undefined) throw new Error('The roster is not the one that was seeded.')
  calls.length = 0
  const roster = () => new QueryObserver(cache, options).getCurrentResult().data
  const shown = (id: string) => roster()?.seats.find((seat) => seat.id === id)
  const revoke = (seat: CustomerSeat) => revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  return { polar, source, calls, shown, revoke, nobodys, adas }
}

test('a seat of nobody is freed, and shows as free at once', async () => {
  const { calls, shown, revoke, nobodys } = await startPage()
  const revoking = revoke(nobodys)
  expect(shown(nobodys.id)?.status).toBe('revoked')
  expect(await revoking).toMatchObject({ id: nobodys.id, status: 'revoked' })
  expect(calls).toEqual(['GET', 'DELETE'])
})

test('a row that somebody else has by now shows that person', async () => {
  const { polar, source, calls, shown, revoke, adas } = await startPage()
  await polar.revokeSeat(adas.id)
  await polar.assignSeat({ ...source, email: 'grace@example.com' })
  await expect(revoke(adas)).rejects.toMatchObject({
    code: 'SeatOccupantChanged',
    operation: 'revokeSeat',
    isAmbiguous: false,
    seat: { email: 'grace@example.com' },
  })
  expect(calls).not.toContain('DELETE')
  expect(shown(adas.id)).toMatchObject({ email: 'grace@example.com', status: 'pending' })
})

test('a revoke succeeds if the row was revoked in the meantime', async () => {
  const { polar, calls, shown, revoke, adas } = await startPage()
  await polar.revokeSeat(adas.id)
  expect(await revoke(adas)).toMatchObject({ status: 'revoked' })
  expect(calls).toEqual(['GET'])
  expect(shown(adas.id)?.status).toBe('revoked')
})

test('a revoke of a row that the source does not have fails, and sends nothing', async () => {
  const { revoke, adas, calls } = await startPage()
  const absent = { ...adas, id: '7d9f2c1a-5b3e-4f60-8a21-9c0d4e5f6a7b' }
  await expect(revoke(absent)).rejects.toMatchObject({ code: 'ResourceNotFound', status: 404 })
  expect(calls).not.toContain('DELETE')
})
