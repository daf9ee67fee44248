import { createSeatsClient, isSeatsError } from '@seats/core'
import { expect, test } from 'vitest'
import { startGuard } from '../../startGuard.ts'

// Workflows of core look for this sentence in an error, and replace it once the roster has shown what happened.
test('an ambiguous change has the same text as in core', async () => {
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    fetch: () => Promise.reject(new TypeError('the connection was lost')),
    retry: false,
  })
  const { send, emulator } = await startGuard({ client })
  const body = { subscription_id: emulator.ref('acme/sub'), email: 'ada@example.com' }
  const response = await send('POST', '/v1/customer-seats', { body })
  expect([response.status, await response.json()]).toEqual([
    502,
    { error: 'NetworkError', detail: expect.stringContaining(await coreSentence()), isAmbiguous: true },
  ])

  async function coreSentence() {
    const error: unknown = await client.assignSeat(body).catch((error: unknown) => error)
    const sentence = isSeatsError(error) ? /The change may .*$/.exec(error.detail)?.[0] : undefined
    if (sentence === undefined) throw new Error('The error of core does not say that the change may have been made.')
    return sentence
  }
})
