import {
  assignSeats,
  createClaimFlow,
  createSeatsClient,
  ensureSeat,
  openClaimStream,
  type SeatsClient,
} from '@seats/core'
import { inspect } from 'node:util'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { clientWithAnswers, errorOf } from '../../answers.ts'
import { seatOf, roster, source } from '../../seats.ts'

afterEach(() => void vi.useRealTimers())

const wrappings: [string, (client: SeatsClient) => SeatsClient][] = [
  ['as it is', (client) => client],
  ['spread', (client) => ({ ...client })],
  ['spread, with another method', (client) => ({ ...client, listSeats: (source) => client.listSeats(source) })],
  ['as a prototype', (client) => Object.create(client) as SeatsClient],
  ['behind a Proxy', (client) => new Proxy(client, {})],
  ['assigned onto another object', (client) => Object.assign({ extra: true }, client)],
]

describe.each(wrappings)('a client %s', (_how, wrap) => {
  test('keeps its rate limit', async () => {
    vi.useFakeTimers()
    const { client } = clientWithAnswers(
      async (request) =>
        Response.json(request.method === 'GET' ? roster([]) : seatOf((await request.clone().json()).email)),
      { accessToken: 'polar_oat_test', ratePerMinute: 3 },
    )
    const recipients = ['a@example.com', 'b@example.com', 'c@example.com'].map((email) => ({ email }))
    const onDone = vi.fn<() => void>()
    void assignSeats(wrap(client), { source, recipients }).then(onDone)
    await vi.advanceTimersByTimeAsync(59_000)
    expect(onDone).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(61_000)
    expect(onDone).toHaveBeenCalledTimes(1)
  })

  test('keeps its retries', async () => {
    // Without the client's `retry`, the first wait would be a minute. A minute is longer than `maxWait`, so the
    // workflow would send nothing again.
    const { client, requests } = clientWithAnswers(() => new Response('', { status: 429 }), {
      accessToken: 'polar_oat_test',
      retry: { attempts: 2, minDelay: 1, maxDelay: 20 },
    })
    const call = ensureSeat(wrap(client), { source, recipient: { email: 'a@example.com' } }, { maxWait: 50 })
    expect((await errorOf(call)).code).toBe('RateLimited')
    expect(requests.length).toBeGreaterThan(1)
  })

  test('opens streams', async () => {
    const { client } = clientWithAnswers(() => new Response('', { headers: { 'content-type': 'text/event-stream' } }))
    await expect(openClaimStream(wrap(client), 'token')).resolves.toBeInstanceOf(ReadableStream)
  })
})

test('functions that need the internals of a client refuse an object that has only its methods', async () => {
  const { client } = clientWithAnswers()
  // Copies everything except the property with the internals, whose key is a symbol.
  const bareClient = Object.fromEntries(Object.entries(client)) as unknown as SeatsClient
  const recipients = [{ email: 'a@example.com' }]
  for (const call of [
    assignSeats(bareClient, { source, recipients }),
    ensureSeat(bareClient, { source, recipient: { email: 'a@example.com' } }),
    openClaimStream(bareClient, 'token'),
  ]) {
    expect(await errorOf(call)).toMatchObject({
      code: 'ConfigurationError',
      detail: expect.stringContaining('...client'),
    })
  }
})

test('a client in a log shows no token', () => {
  const client = createSeatsClient({ accessToken: 'polar_oat_secret' })
  expect(inspect(client, { depth: 20, showHidden: true }) + JSON.stringify(client)).not.toContain('polar_oat_secret')
})

test('a claim flow with an object that has only the methods of a client fails with a ConfigurationError', async () => {
  const { client, requests } = clientWithAnswers()
  const flow = createClaimFlow(Object.fromEntries(Object.entries(client)) as unknown as SeatsClient, {
    invitation_token: 'token',
  })
  onTestFinished(flow.subscribe(() => {}))
  await expect.poll(() => flow.getState()).toMatchObject({ status: 'failed', error: { code: 'ConfigurationError' } })
  expect(requests).toEqual([])
})
