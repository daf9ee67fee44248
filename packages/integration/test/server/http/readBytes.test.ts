import { createServer, request as sendRequest } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { describe, expect, test } from 'vitest'
import { startListening } from '../listen.ts'
import { signedHeaders } from '../sign.ts'
import { assignedEvent, createTestWebhookHandler } from '../createTestWebhookHandler.ts'
import { startGuard } from '../startGuard.ts'

const errorWithHint = (handlerName: string) =>
  expect.objectContaining({
    code: 'ConfigurationError',
    detail: expect.stringContaining(`Mount the ${handlerName} before express.json()`),
  })

type Handler = (request: Request) => Promise<Response>

/**
 * Serves a handler. Returns a function that sends a request to it.
 *
 * @param isBodyRead True if each body is read before the handler, as a body parser does.
 */
async function serve(handler: Handler, isBodyRead: boolean) {
  const listener = getRequestListener(handler)
  const server = createServer(async (incoming, outgoing) => {
    if (isBodyRead) await incoming.resume().toArray()
    void listener(incoming, outgoing)
  })
  const url = await startListening(server)
  return (path: string, headers: Record<string, string>, body: string, isChunked: boolean) =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = sendRequest(`${url}${path}`, {
        method: 'POST',
        headers: { ...headers, origin: url, ...(!isChunked && { 'content-length': Buffer.byteLength(body) }) },
      })
      request.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject)
      // Without a length, Node sends each write as a chunk.
      if (body !== '') request.write(body)
      request.end()
    })
}

describe.each([
  ['with a length', false],
  ['in chunks', true],
])('a body that is sent %s', (_title, isChunked) => {
  const jsonHeaders = { 'content-type': 'application/json' }

  test('is read', async () => {
    const { handler, emulator, errors } = await startGuard()
    const body = JSON.stringify({ subscription_id: emulator.ref('acme/sub'), email: 'ada@example.com' })
    const send = await serve(handler, false)
    expect(await send('/api/seats/v1/customer-seats', jsonHeaders, body, isChunked)).toBe(200)
    expect(errors).toEqual([])
  })

  test('is reported once to the operator of the guard if a body parser has read it', async () => {
    const { handler, emulator, errors, calls } = await startGuard()
    const body = JSON.stringify({ subscription_id: emulator.ref('acme/sub'), email: 'ada@example.com' })
    const send = await serve(handler, true)
    for (const _ of [1, 2]) expect(await send('/api/seats/v1/customer-seats', jsonHeaders, body, isChunked)).toBe(500)
    expect([errors, calls]).toEqual([[errorWithHint('seats handler')], []])
  })

  test('is reported once to the operator of the webhook handler if a body parser has read it', async () => {
    const { handler, errors, handledEvents } = createTestWebhookHandler()
    const body = JSON.stringify(assignedEvent)
    const send = await serve(handler, true)
    for (const _ of [1, 2]) expect(await send('/hooks', signedHeaders(body), body, isChunked)).toBe(500)
    expect([errors, handledEvents]).toEqual([[errorWithHint('webhook handler')], []])
  })

  test('may be empty if the operation needs no body', async () => {
    const { handler, emulator, errors, polar } = await startGuard()
    const send = await serve(handler, true)
    const { seats } = await polar.listSeats({ subscription_id: emulator.ref('acme/sub') })
    const pending = seats.find(({ status }) => status === 'pending')
    expect(await send(`/api/seats/v1/customer-seats/${pending?.id}/resend`, {}, '', isChunked)).toBe(200)
    expect(errors).toEqual([])
  })
})

test.each([
  ['a framework has read', async (request: Request) => void (await request.json())],
  ['a framework is reading', async (request: Request) => void request.body?.getReader()],
])('a body that %s leads to a hint for the operator of the guard', async (_title, read) => {
  const { handler, errors, emulator } = await startGuard()
  const request = new Request('https://app.example.com/api/seats/v1/customer-seats', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    body: JSON.stringify({ subscription_id: emulator.ref('acme/sub'), email: 'ada@example.com' }),
  })
  await read(request)
  expect((await handler(request)).status).toBe(500)
  expect(errors).toEqual([errorWithHint('seats handler')])
})

test('a webhook with an empty body is answered with 401', async () => {
  const { handler, errors } = createTestWebhookHandler()
  const send = await serve(handler, false)
  expect(await send('/hooks', { 'content-type': 'application/json' }, '', false)).toBe(401)
  expect(errors).toEqual([])
})
