// @vitest-environment jsdom
import { createSeatsClient, isSeatsError } from '@seats/core'
import { expect, test } from 'vitest'

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const roster = { seats: [], available_seats: 3, total_seats: 3 }

test('in jsdom, a path as baseURL works with a custom fetch and jsdom’s signals', async () => {
  const urls: string[] = []
  const client = createSeatsClient({
    baseURL: '/api/seats',
    fetch: async (request) => {
      urls.push(request.url)
      return Response.json(roster)
    },
  })
  const { signal } = new AbortController()
  await expect(client.listSeats(source, { signal })).resolves.toEqual(roster)
  expect(urls).toEqual([`${location.origin}/api/seats/v1/customer-seats?subscription_id=${source.subscription_id}`])
})

test('in jsdom, a call ends at its time limit', async () => {
  const client = createSeatsClient({
    baseURL: '/api/seats',
    timeout: 5,
    retry: false,
    fetch: () => new Promise(() => {}),
  })
  const error: unknown = await client.listSeats(source).catch((reason: unknown) => reason)
  expect(isSeatsError(error, 'TimeoutError')).toBe(true)
})
