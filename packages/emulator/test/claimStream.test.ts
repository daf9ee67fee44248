import { expect, onTestFinished, test } from 'vitest'
import type { Emulator } from '../src/exports/index.ts'
import { apiCalls } from './support/api.ts'
import { startTestEmulator } from './support/storages.ts'
import { waitUntil } from './support/waitUntil.ts'

/** Opens the stream of an invitation. `text` contains the part of the stream that has arrived so far. */
async function openStream(emulator: Emulator, token: string) {
  const controller = new AbortController()
  onTestFinished(() => controller.abort())
  const send = emulator.url === 'http://emulator.test' ? emulator.fetch : fetch
  const response = await send(`${emulator.url}/v1/customer-seats/claim/${token}/stream`, { signal: controller.signal })
  const stream = { response, text: '', isEnded: false, close: () => controller.abort() }
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) stream.text += decoder.decode(chunk, { stream: true })
  }
  void read().then(
    () => (stream.isEnded = true),
    () => {},
  )
  return stream
}

const parseEvents = (text: string) =>
  [...text.matchAll(/^data: (.*)\r$/gm)].map(([, data = '']): unknown => JSON.parse(data))

test.each([
  ['in process', undefined],
  ['over HTTP', 0],
])('the streams of all invitations of one customer receive the claim and the benefits: %s', async (_where, port) => {
  const emulator = await startTestEmulator('in memory', port === undefined ? {} : { port })
  const { assign, claim, invitationToken } = apiCalls(emulator)
  const bob = await assign({ email: 'bob@example.com' })
  await assign({ email: 'eve@example.com' })
  const bobsStream = await openStream(emulator, invitationToken('bob@example.com'))
  const evesStream = await openStream(emulator, invitationToken('eve@example.com'))
  expect(bobsStream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(bobsStream.response.headers.get('cache-control')).toBe('no-store')
  expect(bobsStream.response.headers.get('x-accel-buffering')).toBe('no')

  await claim(invitationToken('bob@example.com'))
  await waitUntil(() => expect(parseEvents(bobsStream.text)).toHaveLength(2))
  expect(parseEvents(bobsStream.text)).toMatchObject([
    {
      key: 'customer_seat.claimed',
      payload: {
        seat_id: bob.body.id,
        subscription_id: emulator.ref('acme/sub'),
        order_id: null,
        product_id: emulator.ref('acme/team'),
      },
    },
    { key: 'benefit.granted' },
  ])
  await waitUntil(() => expect(parseEvents(evesStream.text)).toEqual(parseEvents(bobsStream.text)))
})

test('the stream opens only for a pending invitation', async () => {
  const emulator = await startTestEmulator()
  const { assign, claim, invitationToken, call } = apiCalls(emulator)
  await assign({ email: 'bob@example.com' })
  const token = invitationToken('bob@example.com')
  await claim(token)
  for (const path of [token, 'unknown']) {
    expect(await call('GET', `/v1/customer-seats/claim/${path}/stream`, { token: null })).toMatchObject({
      status: 404,
      body: { error: 'ResourceNotFound', detail: 'Invalid or expired invitation token' },
    })
  }
})

test('the stream sends a ping every 15 seconds, and asks to reconnect after 10 minutes', async () => {
  const emulator = await startTestEmulator()
  const { assign, invitationToken } = apiCalls(emulator)
  await assign({ email: 'bob@example.com' })
  const stream = await openStream(emulator, invitationToken('bob@example.com'))
  emulator.advance(16)
  await waitUntil(() => expect(stream.text).toMatch(/^: ping - \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00:00\r\n\r\n$/))
  emulator.advance(584)
  await waitUntil(() => expect(stream.isEnded).toBe(true))
  expect(stream.text).toContain('data: {"type": "reconnect"}\r\n\r\n')
})

test('an open stream does not keep the emulator from closing', async () => {
  const emulator = await startTestEmulator('in memory', { port: 0 })
  const { assign, invitationToken } = apiCalls(emulator)
  await assign({ email: 'bob@example.com' })
  await openStream(emulator, invitationToken('bob@example.com'))
  await emulator.close()
  await expect(fetch(emulator.url)).rejects.toThrow(TypeError)
})
