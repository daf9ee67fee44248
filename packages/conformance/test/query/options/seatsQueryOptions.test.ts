import { createSeatsClient, type CustomerSeat, type SeatsList } from '@seats/core'
import { assignSeatMutationOptions, revokeSeatMutationOptions, seatsQueryOptions } from '@seats/core/query'
import { startEmulator } from '@seats/emulator'
import { QueryClient, QueryObserver, replaceEqualDeep } from '@tanstack/query-core'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

const emulator = await startEmulator()
afterAll(() => emulator.close())

const client = createSeatsClient({
  accessToken: 'polar_oat_acme',
  baseURL: 'http://emulator.test',
  fetch: (request) => emulator.fetch(request),
})
let source: { subscription_id: string }

beforeEach(() => {
  source = { subscription_id: emulator.reset()['acme/sub'] ?? '' }
})

/** Shows a roster of three people, and counts how often rows are compared. */
async function showRoster() {
  for (const name of ['ada', 'grace', 'alan']) await client.assignSeat({ ...source, email: `${name}@example.com` })
  const cache = new QueryClient()
  const compareRows = vi.fn<(old: unknown, next: unknown) => unknown>(replaceEqualDeep)
  const select = (roster: SeatsList) => roster
  const observer = new QueryObserver(cache, seatsQueryOptions(client, source, { select }, compareRows))
  observer.subscribe(() => {})
  await observer.refetch()
  compareRows.mockClear()
  const shown = () => {
    const { data } = observer.getCurrentResult()
    if (data === undefined) throw new Error('The roster has not been read.')
    return data
  }
  return { cache, compareRows, observer, rows: shown().seats, shown }
}

const rowOf = (rows: CustomerSeat[], email: string) => {
  const row = rows.find((seat) => seat.email === email)
  if (row === undefined) throw new Error(`${email} has no row.`)
  return row
}

test('a change replaces one row, and the rows are not compared', async () => {
  const { cache, compareRows, rows, shown } = await showRoster()
  const grace = rowOf(rows, 'grace@example.com')
  await revokeSeatMutationOptions(client, source, cache).mutationFn(grace)
  await assignSeatMutationOptions(client, source, cache).mutationFn({ email: 'edsger@example.com' })
  const { seats } = shown()
  expect(rows.filter((row) => !seats.includes(row))).toEqual([grace])
  expect(seats.some(({ email }) => email === 'edsger@example.com')).toBe(true)
  expect(compareRows).not.toHaveBeenCalled()
})

test('a roster that is read again and has not changed stays the same object', async () => {
  const { observer, compareRows, shown } = await showRoster()
  const before = shown()
  await observer.refetch()
  expect(shown()).toBe(before)
  expect(compareRows).toHaveBeenCalled()
})

test('a roster that an app puts into the cache is compared with the previous roster, and equal rows are kept', async () => {
  const { cache, rows, shown, compareRows } = await showRoster()
  const queryKey = seatsQueryOptions(client, source).queryKey
  cache.setQueryData(queryKey, structuredClone({ ...shown(), total_seats: 100 }))
  expect(shown().total_seats).toBe(100)
  expect(shown().seats).toEqual(rows)
  expect(rows.every((row) => shown().seats.includes(row))).toBe(true)
  expect(compareRows).toHaveBeenCalled()
})
