import { createSeatsClient, type CustomerSeat } from '@seats/core'
import { revokeSeatMutationOptions, seatsQueryOptions } from '@seats/core/query'
import { en, explainError } from '@seats/core/messages'
import { startEmulator } from '@seats/emulator'
import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { expect, onTestFinished, test } from 'vitest'

/**
 * Starts a page whose client has a token. The page has read its roster, with a seat without an occupant, Ada's seat and
 * free seats. The function that `steps` has for a method runs just before each call of the page with this method.
 */
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
  const steps: Partial<Record<string, () => Promise<unknown>>> = {}
  const polar = createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL: emulator.url,
    fetch: (request) => emulator.fetch(request),
  })
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL: emulator.url,
    fetch: async (request) => {
      calls.push(request.method)
      await steps[request.method]?.()
      return emulator.fetch(request)
    },
  })
  const cache = new QueryClient()
  const options = seatsQueryOptions(client, source)
  const { seats } = await cache.fetchQuery(options)
  const findSeat = (email: string | null) => seats.find((seat) => seat.customer_email === email)
  const [nobodysSeat, adasSeat] = [findSeat(null), findSeat('ada@example.com')]
  if (nobodysSeat === undefined || adasSeat === undefined) throw new Error('The roster is not the one that was seeded.')
  calls.length = 0
  const roster = () => new QueryObserver(cache, options).getCurrentResult().data
  const shownSeat = (id: string) => roster()?.seats.find((seat) => seat.id === id)
  const revoke = (seat: CustomerSeat) => revokeSeatMutationOptions(client, source, cache).mutationFn(seat)
  const giveRowToGrace = async () => {
    await polar.revokeSeat(adasSeat.id)
    await polar.assignSeat({ ...source, email: 'grace@example.com' })
  }
  return { polar, source, calls, steps, shownSeat, revoke, nobodysSeat, adasSeat, giveRowToGrace }
}

test('a seat without an occupant is revoked, and shown as free at once', async () => {
  const { calls, shownSeat, revoke, nobodysSeat } = await startPage()
  const revoking = revoke(nobodysSeat)
  expect(shownSeat(nobodysSeat.id)?.status).toBe('revoked')
  expect(await revoking).toMatchObject({ id: nobodysSeat.id, status: 'revoked' })
  expect(calls).toEqual(['GET', 'DELETE'])
})

test('a revoke of a row with a new occupant fails, and the row shows that person', async () => {
  const { calls, shownSeat, revoke, adasSeat, giveRowToGrace } = await startPage()
  await giveRowToGrace()
  await expect(revoke(adasSeat)).rejects.toMatchObject({
    code: 'SeatOccupantChanged',
    operation: 'revokeSeat',
    isAmbiguous: false,
    detail: 'Somebody else has this seat by now. Nothing was changed.',
    seat: { email: 'grace@example.com' },
  })
  expect(calls).not.toContain('DELETE')
  expect(shownSeat(adasSeat.id)).toMatchObject({ email: 'grace@example.com', status: 'pending' })
})

test('a revoke says that somebody lost the seat for a moment, if they got it just before', async () => {
  const { steps, shownSeat, revoke, adasSeat, giveRowToGrace } = await startPage()
  steps['DELETE'] = giveRowToGrace
  await expect(revoke(adasSeat)).rejects.toMatchObject({
    code: 'SeatOccupantChanged',
    isAmbiguous: false,
    detail: 'Somebody else got this seat just before it was revoked. They lost it for a moment, and were seated again.',
    seat: { email: 'grace@example.com' },
  })
  expect(shownSeat(adasSeat.id)).toMatchObject({ email: 'grace@example.com', status: 'pending' })
})

test('a revoke says that somebody has lost the seat, if they could not be seated again', async () => {
  const { polar, source, steps, shownSeat, revoke, adasSeat, giveRowToGrace } = await startPage()
  steps['DELETE'] = giveRowToGrace
  steps['POST'] = async () => {
    const { available_seats } = await polar.listSeats(source)
    for (let i = 0; i < available_seats; i++) await polar.assignSeat({ ...source, email: `zoe${i}@example.com` })
  }
  const error: unknown = await revoke(adasSeat).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    code: 'SeatOccupantChanged',
    operation: 'revokeSeat',
    isAmbiguous: false,
    detail: expect.stringContaining('has lost it. Seating them again failed: '),
    seat: { id: adasSeat.id, status: 'revoked' },
    cause: { code: 'SeatNotAvailable', recipient: { email: 'grace@example.com' } },
  })
  expect(explainError(error, en)).toBe(
    'Somebody else got this seat just before it was revoked, and may have lost it. Check the list, and invite them again if they are missing.',
  )
  expect(shownSeat(adasSeat.id)).toMatchObject({ email: null, status: 'revoked' })
})

test('a revoke says that somebody may have lost the seat, if the roster does not show them afterwards', async () => {
  const { polar, source, steps, shownSeat, revoke, adasSeat, giveRowToGrace } = await startPage()
  steps['DELETE'] = giveRowToGrace
  steps['POST'] = async () => {
    const { id } = await polar.assignSeat({ ...source, email: 'grace@example.com' })
    steps['GET'] = () => polar.revokeSeat(id)
  }
  await expect(revoke(adasSeat)).rejects.toMatchObject({
    code: 'SeatOccupantChanged',
    isAmbiguous: true,
    detail: expect.stringContaining('and may have lost it.'),
    seat: { id: adasSeat.id, status: 'revoked' },
  })
  expect(shownSeat(adasSeat.id)?.status).toBe('revoked')
})

test('a revoke succeeds without a DELETE if the row is already revoked', async () => {
  const { polar, calls, shownSeat, revoke, adasSeat } = await startPage()
  await polar.revokeSeat(adasSeat.id)
  expect(await revoke(adasSeat)).toMatchObject({ status: 'revoked' })
  expect(calls).toEqual(['GET'])
  expect(shownSeat(adasSeat.id)?.status).toBe('revoked')
})

test('a revoke of a row of another source fails, and sends no DELETE', async () => {
  const { revoke, adasSeat, calls } = await startPage()
  const seatOfOtherSource = { ...adasSeat, id: '7d9f2c1a-5b3e-4f60-8a21-9c0d4e5f6a7b' }
  await expect(revoke(seatOfOtherSource)).rejects.toMatchObject({ code: 'ResourceNotFound', status: 404 })
  expect(calls).not.toContain('DELETE')
})
