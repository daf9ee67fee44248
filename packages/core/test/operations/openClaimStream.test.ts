import { openClaimStream } from '@seats/core'
import { expect, test } from 'vitest'
import { clientWithAnswers, errorOf } from '../answers.ts'

test('a date in Retry-After is compared with the client’s clock', async () => {
  const nowMs = Date.parse('2030-01-01T00:00:00Z')
  const headers = { 'retry-after': new Date(nowMs + 30_000).toUTCString() }
  const { client } = clientWithAnswers(() => new Response('', { status: 429, headers }), {
    baseURL: 'https://api.test/seats',
    now: () => nowMs,
  })
  const error = await errorOf(openClaimStream(client, 'token'))
  expect(error).toMatchObject({ code: 'RateLimited', retryAfter: 30 })
})
