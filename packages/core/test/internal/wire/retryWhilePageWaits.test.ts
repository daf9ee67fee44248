import { createSeatsClient, type SeatsClient } from '@seats/core'
import {
  assignSeatMutationOptions,
  assignSeatsQueryOptions,
  claimInfoQueryOptions,
  seatsQueryOptions,
  sharedClaimFlow,
  type SeatsCache,
} from '@seats/core/query'
import { SeatsError } from '@seats/core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientWithAnswers, errorOf } from '../../answers.ts'
import { source } from '../../seats.ts'

afterEach(() => void vi.useRealTimers())

const queries = [
  ['a roster', (client: SeatsClient) => seatsQueryOptions(client, source)],
  ['a claim’s info', (client: SeatsClient) => claimInfoQueryOptions(client, 'token')],
] as const

describe.each(queries)('the read of %s for a page', (_what, optionsFor) => {
  const rateLimitedClient = (headers: Record<string, string>, retry?: false) =>
    clientWithAnswers(() => new Response('', { status: 429, headers }), { accessToken: 'polar_oat_test', retry })

  test('fails at once if the server says to wait for a minute', async () => {
    const { client, requests } = rateLimitedClient({ 'retry-after': '60' })
    const error = await errorOf(optionsFor(client).queryFn({ signal: new AbortController().signal }))
    expect(error).toMatchObject({ code: 'RateLimited', retryAfter: 60 })
    expect(requests).toHaveLength(1)
  })

  test('waits at most ten seconds in total', async () => {
    vi.useFakeTimers()
    const { client, requests } = rateLimitedClient({ 'retry-after': '6' })
    const error = errorOf(optionsFor(client).queryFn({ signal: new AbortController().signal }))
    await vi.advanceTimersByTimeAsync(10_000)
    expect((await error).code).toBe('RateLimited')
    expect(requests).toHaveLength(2)
  })

  test('is repeated after the time to wait that the server says', () => {
    const { refetchInterval } = optionsFor(createSeatsClient({ baseURL: '/api/seats' }))
    const intervalAfter = (retryAfter: number | undefined) => {
      const error = new SeatsError({ code: 'RateLimited', detail: 'Wait', status: 429, retryAfter })
      return refetchInterval({ state: { error } })
    }
    expect([intervalAfter(60), intervalAfter(undefined), intervalAfter(0), intervalAfter(2 ** 31)]).toEqual([
      60_000,
      60_000,
      1_000,
      2 ** 31 - 1,
    ])
    const serverError = new SeatsError({ code: 'ServerError', detail: 'Down', status: 503 })
    expect([serverError, null, new Error('x')].map((error) => refetchInterval({ state: { error } }))).toEqual([
      false,
      false,
      false,
    ])
  })
})

test('a query waits while its source or token is undefined, as it does for null', async () => {
  const client = createSeatsClient({ baseURL: '/api/seats' })
  const cache = {} as SeatsCache
  for (const missingValue of [undefined, null]) {
    expect(seatsQueryOptions(client, missingValue)).toMatchObject({
      enabled: false,
      queryKey: ['seats', 'default', 'listSeats', null],
    })
    expect(claimInfoQueryOptions(client, missingValue)).toMatchObject({ enabled: false })
    expect(assignSeatsQueryOptions(client, missingValue, cache).queryKey.at(-1)).toBeNull()
    expect(sharedClaimFlow(client, missingValue, cache).getState()).toEqual({ status: 'loading' })
    const assign = assignSeatMutationOptions(client, missingValue, cache)
    expect((await errorOf(assign.mutationFn({ email: 'a@example.com' }))).detail).toMatch(/no source yet/)
  }
})
