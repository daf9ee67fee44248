import { once } from 'node:events'
import { connect } from 'node:net'
import { createSeatsClient } from '@seats/core'
import { memoryStore } from '@seats/server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { listen } from '../listen.ts'
import { readEvents } from '../readEvents.ts'
import { invitationToken, openInvitation, statusAndCodeOf, startGuard, type TestGuard } from '../startGuard.ts'

const seats = '/v1/customer-seats'
const eventsPath = ({ emulator }: TestGuard) => `${seats}/events?subscription_id=${emulator.ref('acme/sub')}`
const claimPath = (token: string) => `${seats}/claim/${token}/stream`

async function startClaim(options: Parameters<typeof startGuard>[0] = {}) {
  const guard = await startGuard(options)
  guard.grant(null)
  return { ...guard, token: invitationToken(guard.emulator, 'pia@example.com') }
}

/** Creates a client that records its calls and never gets an answer. */
function createSilentPolar() {
  const onRequest = vi.fn<() => void>()
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    fetch: ({ signal }) => {
      onRequest()
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    },
  })
  return { client, onRequest }
}

test('a stream ends if its page closes the connection without cancelling the body', async () => {
  const guard = await startGuard()
  const { handler, send } = guard
  const url = `https://app.example.com/api/seats${eventsPath(guard)}`
  const page = new AbortController()
  const open = () => handler(new Request(url, { signal: page.signal }))
  const stream = readEvents(await open())
  await expect.poll(() => stream.retry).toHaveLength(1)
  page.abort()
  expect(await stream.ended).toBe('end')
  expect(await readEvents(await open()).ended).toBe('end')
  // The slots of both streams are free again.
  const streams = await Promise.all(Array.from({ length: 100 }, () => send('GET', eventsPath(guard))))
  expect(streams.every(({ status }) => status === 200)).toBe(true)
})

test('an error of `authorize` during a stream is reported', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const storeError = new Error('the session store is down')
  let isDown = false
  const { emulator } = await startGuard()
  const sources = [{ subscription_id: emulator.ref('acme/sub') }]
  const authorize = () => (isDown ? Promise.reject(storeError) : { sources })
  const { send, errors } = await startGuard({ authorize })
  const stream = readEvents(await send('GET', `${seats}/events?subscription_id=${emulator.ref('acme/sub')}`))
  isDown = true
  await vi.advanceTimersByTimeAsync(30_000)
  expect(await stream.ended).toBe('end')
  expect(errors).toEqual([storeError])
})

test('the rest of a stream is cleaned up even if unsubscribing fails', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const unsubscribeError = new Error('cannot unsubscribe')
  const failToUnsubscribe = () => {
    throw unsubscribeError
  }
  const guard = await startGuard({ store: { ...memoryStore(), subscribe: async () => failToUnsubscribe } })
  const responses = await Promise.all(Array.from({ length: 100 }, () => guard.send('GET', eventsPath(guard))))
  expect(await statusAndCodeOf(guard.send('GET', eventsPath(guard)))).toEqual([429, 'RateLimited'])
  await responses[0]?.body?.cancel()
  guard.handler.close()
  expect(vi.getTimerCount()).toBe(0)
  await expect.poll(() => guard.errors).toHaveLength(100)
  expect(new Set(guard.errors)).toEqual(new Set([unsubscribeError]))
})

test('a stream that is opening when the handler closes is answered with 503 and not reported', async () => {
  const { client, onRequest } = createSilentPolar()
  const { send, handler, token, errors } = await startClaim({ client })
  const opening = send('GET', claimPath(token))
  await expect.poll(() => onRequest.mock.calls.length).toBe(1)
  handler.close()
  expect(await statusAndCodeOf(opening)).toEqual([503, 'ServerError'])
  expect(errors).toEqual([])
})

test('no error is reported if the page closes the connection while the stream opens', async () => {
  const { client, onRequest } = createSilentPolar()
  const { handler, token, errors } = await startClaim({ client })
  const page = new AbortController()
  const opening = handler(new Request(`https://app.example.com/api/seats${claimPath(token)}`, { signal: page.signal }))
  await expect.poll(() => onRequest.mock.calls.length).toBe(1)
  page.abort()
  expect((await opening).status).toBe(499)
  expect(errors).toEqual([])
})

test('the stream at Polar also ends if the page closes the connection without cancelling the body', async () => {
  const ended = vi.fn<() => void>()
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    fetch: async ({ url }) => {
      if (!url.endsWith('/stream')) return Response.json(openInvitation)
      return new Response(new ReadableStream({ cancel: ended }), { headers: { 'content-type': 'text/event-stream' } })
    },
  })
  const { handler, token } = await startClaim({ client })
  const page = new AbortController()
  await handler(new Request(`https://app.example.com/api/seats${claimPath(token)}`, { signal: page.signal }))
  page.abort()
  await expect.poll(() => ended.mock.calls.length).toBe(1)
})

describe('a page that closes its socket in the middle of a body', () => {
  /** Sends the head of a request and a part of its body. */
  async function sendHalfOfRequest(url: string, head: string[]) {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.write([...head, 'host: app.example.com', 'sec-fetch-site: same-origin', '', '{"subscr'].join('\r\n'))
    return socket
  }

  test.for([
    ['with a content-length', 'POST', '', ['content-length: 1000']],
    ['in chunks', 'POST', '', ['transfer-encoding: chunked']],
    ['of a claim', 'POST', '/claim', ['content-length: 1000']],
    ['of a revoke', 'DELETE', '/7d9f2c1a-5b3e-4f60-8a21-9c0d4e5f6a7b', ['content-length: 1000']],
  ] as const)('is not reported: %s', async ([, method, path, headers]) => {
    const events: unknown[] = []
    const guard = await startGuard({ onAudit: (event) => void events.push(event) })
    const arrived = Promise.withResolvers<void>()
    const answered = Promise.withResolvers<number>()
    const url = await listen(async (request) => {
      arrived.resolve()
      const response = await guard.handler(request)
      answered.resolve(response.status)
      return response
    })
    const head = [`${method} /api/seats${seats}${path} HTTP/1.1`, 'content-type: application/json', ...headers]
    const socket = await sendHalfOfRequest(url, head)
    await arrived.promise
    socket.destroy()
    expect(await answered.promise).toBe(499)
    expect([events, guard.errors, guard.calls]).toEqual([[], [], []])
  })

  test('is not reported if the body fails in the same process', async () => {
    const events: unknown[] = []
    const { handler, errors } = await startGuard({ onAudit: (event) => void events.push(event) })
    for (const reason of [new TypeError('terminated'), new DOMException('Aborted', 'AbortError'), undefined]) {
      const body = new ReadableStream({ pull: (controller) => controller.error(reason) })
      const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
      const init = { method: 'POST', headers, body, duplex: 'half' as const }
      expect((await handler(new Request(`https://app.example.com/api/seats${seats}`, init))).status).toBe(499)
    }
    expect([events, errors]).toEqual([[], []])
  })
})
