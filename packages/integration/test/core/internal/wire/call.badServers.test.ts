import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createSeatsClient, type SeatsClient } from '@seats/core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { errorOf, listen } from '../../startServers.ts'

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const seatId = '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f'

async function serve(listener: RequestListener) {
  const received: IncomingMessage[] = []
  const { url, close } = await listen(
    createServer((request, response) => {
      received.push(request)
      listener(request, response)
    }),
  )
  onTestFinished(close)
  return { url, received }
}

const createClient = (baseURL: string, timeout = 10_000) =>
  createSeatsClient({ accessToken: 'polar_oat_secret', baseURL, timeout, retry: false })

const calls: [string, boolean, (client: SeatsClient) => Promise<unknown>][] = [
  ['listSeats', true, (client) => client.listSeats(source)],
  ['assignSeat', false, (client) => client.assignSeat({ ...source, email: 'a@example.com' })],
  ['revokeSeat', false, (client) => client.revokeSeat(seatId)],
  ['resendInvitation', false, (client) => client.resendInvitation(seatId)],
  ['getClaimInfo', true, (client) => client.getClaimInfo('inv-secret')],
  ['claimSeat', false, (client) => client.claimSeat({ invitation_token: 'inv-secret' })],
]

describe.each(calls)('%s', (_name, isRead, call) => {
  test.each([301, 302, 303, 307, 308])('rejects a redirect and does not follow it: %i', async (status) => {
    const otherServer = await serve((_request, response) => response.end('{}'))
    const { url, received } = await serve((request, response) =>
      response.writeHead(status, { location: `${otherServer.url}${request.url}` }).end(),
    )
    const error = await errorOf(call(createClient(url)))
    expect(error).toMatchObject({ code: 'InvalidResponse', status, isAmbiguous: false, isRetryable: false })
    expect(error.detail).toMatch(/redirect/)
    expect(received).toHaveLength(1)
    expect(otherServer.received).toHaveLength(0)
  })

  const stalls: [string, RequestListener][] = [
    ['never answers', () => {}],
    ['sends headers and no more', (_request, response) => void response.writeHead(200).flushHeaders()],
    [
      'never ends its answer',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        const timer = setInterval(() => response.write(' '), 5)
        response.on('close', () => clearInterval(timer))
      },
    ],
  ]
  test.each(stalls)('ends at its time limit if the server %s', async (_title, listener) => {
    const { url } = await serve(listener)
    const error = await errorOf(call(createClient(url, 100)))
    expect(error).toMatchObject({ code: 'TimeoutError', isAmbiguous: !isRead, isRetryable: isRead })
  })

  test('fails if the response is incomplete', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"seats": [', () => response.destroy())
    })
    expect(await errorOf(call(createClient(url)))).toMatchObject({ code: 'NetworkError', isAmbiguous: !isRead })
  })

  test('fails if the answer is not HTTP', async () => {
    const { url } = await serve((request) => request.socket.end('SSH-2.0-OpenSSH_9.2\r\n'))
    expect(await errorOf(call(createClient(url)))).toMatchObject({ code: 'NetworkError', isAmbiguous: !isRead })
  })
})

test('the token is sent to the server of `baseURL`, but not with the two calls of a claim page', async () => {
  const { url, received } = await serve((_request, response) => response.end('{}'))
  for (const [, , call] of calls) await errorOf(call(createClient(url)))
  expect(received.map(({ headers }) => headers.authorization)).toEqual([
    ...Array.from({ length: 4 }, () => 'Bearer polar_oat_secret'),
    undefined,
    undefined,
  ])
})

test('a POST has a content-length, because Polar answers 411 without it', async () => {
  const { url, received } = await serve((_request, response) => response.end('{}'))
  for (const [, , call] of calls) await errorOf(call(createClient(url)))
  const posts = received.filter(({ method }) => method === 'POST')
  expect(posts).toHaveLength(3)
  for (const { headers } of posts) expect(Number(headers['content-length'])).toBeGreaterThanOrEqual(0)
})

test('an abort reaches the server', async () => {
  const aborted = Promise.withResolvers<void>()
  const arrived = Promise.withResolvers<void>()
  const { url } = await serve((_request, response) => {
    response.on('close', aborted.resolve)
    arrived.resolve()
  })
  const controller = new AbortController()
  const reason = new Error('left')
  const client = createSeatsClient({ accessToken: 'polar_oat_secret', baseURL: url })
  const call = client.listSeats(source, { signal: controller.signal }).catch((error: unknown) => error)
  await arrived.promise
  controller.abort(reason)
  expect(await call).toBe(reason)
  await aborted.promise
})
