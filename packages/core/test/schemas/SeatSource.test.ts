import { createSeatsClient, type SeatSource } from '@seats/core'
import {
  assignSeatMutationOptions,
  assignSeatsJob,
  assignSeatsQueryOptions,
  followRoster,
  revokeSeatMutationOptions,
  seatsQueryOptions,
  type SeatsCache,
} from '@seats/core/query'
import { describe, expect, test } from 'vitest'
import { clientWithAnswers, errorOf } from '../answers.ts'
import { roster, seat, source } from '../seats.ts'

const id = source.subscription_id

/** Creates a cache that has only one entry, which it returns for every key. */
function createCache(): SeatsCache {
  let entry: unknown
  return {
    getQueryData: () => entry,
    getQueryState: () => undefined,
    setQueryData: (_key, data) => (entry = data),
    resetQueries: async () => {},
    invalidateQueries: async () => {},
    setQueryDefaults: () => {},
    getQueryCache: () => ({ find: () => undefined, findAll: () => [], subscribe: () => () => {} }),
  }
}

/** Sources that only untyped code can pass. */
const incompleteSources = [
  {},
  { subscription_id: undefined },
  { order_id: undefined },
  { subscription_id: undefined, order_id: undefined },
  { subscription_id: null, order_id: null },
  { subscription_id: '' },
].map((value) => value as unknown as SeatSource)

describe.each(incompleteSources.map((value) => [JSON.stringify(value), value] as const))('%s', (_text, value) => {
  test('is refused by the client, which sends nothing', async () => {
    const { client, requests } = clientWithAnswers(() => Response.json(roster([])), { baseURL: '/api/seats' })
    for (const call of [
      client.listSeats(value),
      client.assignSeat({ ...value, email: 'ada@example.com' }),
      client.revokeSeat(id, { source: value, occupant: seat() }),
      client.resendInvitation(id, { source: value }),
    ]) {
      expect(await errorOf(call)).toMatchObject({ code: 'RequestValidationError', status: 422 })
    }
    expect(requests).toEqual([])
  })

  test('is treated like null on a page, as a source that is not known yet', async () => {
    const { client, requests } = clientWithAnswers()
    const cache = createCache()
    const query = seatsQueryOptions(client, value)
    expect(query).toMatchObject({ enabled: false, queryKey: seatsQueryOptions(client, null).queryKey })
    const mutations = [
      assignSeatMutationOptions(client, value, cache).mutationFn({ email: 'ada@example.com' }),
      revokeSeatMutationOptions(client, value, cache).mutationFn(seat()),
    ]
    for (const mutation of mutations) expect((await errorOf(mutation)).code).toBe('ConfigurationError')
    assignSeatsJob(client, value, cache).start([{ email: 'ada@example.com' }])
    await expect
      .poll(() => cache.getQueryData(assignSeatsQueryOptions(client, value, cache).queryKey))
      .toMatchObject({ status: 'failed', error: { code: 'ConfigurationError' } })
    followRoster(client, value, cache)()
    expect(requests).toEqual([])
  })
})

test('an id that is null is ignored if the other id is known', async () => {
  const { client, requests } = clientWithAnswers()
  const order = { subscription_id: null, order_id: id } as unknown as SeatSource
  await client.listSeats(order)
  expect(requests[0]?.url).toMatch(new RegExp(`\\?order_id=${id}$`))
  expect(seatsQueryOptions(client, order).queryKey[3]).toBe(id)
})

test('with an id that is not a string, the query fails, and its options can still be created', async () => {
  const client = createSeatsClient({ accessToken: 'polar_oat_test' })
  const numericSource = { subscription_id: 5 } as unknown as SeatSource
  const { queryFn } = seatsQueryOptions(client, numericSource)
  expect((await errorOf(queryFn({ signal: new AbortController().signal }))).code).toBe('RequestValidationError')
})
