import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createSeatsClient } from '@seats/core'
import { createSeatGate, createSeatsHandler, createSeatsWebhookHandler, memoryStore } from '@seats/server'
import { redisStore } from '@seats/server/redis'
import { createClient } from 'redis'

/**
 * A backend with the guard, the gate, the webhook handler and a simple proxy. Its arguments are Polar's URL, the
 * subscriptions of the grant, and the socket of a Redis.
 */
const [baseURL = '', subscriptionIds = '', redisPath] = process.argv.slice(2)

async function connect(path: string) {
  const client = createClient({ socket: { path, tls: false } })
  await client.connect()
  return redisStore(client)
}

const store = redisPath === undefined ? memoryStore() : await connect(redisPath)
const sources = subscriptionIds.split(',').map((subscription_id) => ({ subscription_id }))
const realFetch = fetch
let polarCalls = 0
// Counts the calls here, because the option `fetch` of the client would cost the guard a `Request` for each call.
globalThis.fetch = (...call) => {
  polarCalls++
  return realFetch(...call)
}
// On a busy machine, a call can take longer than the default.
const client = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL, timeout: 60_000 })
const gate = createSeatGate({ client, store, whenUnknown: 'deny' })
const seats = createSeatsHandler({
  client,
  basePath: '/api/seats',
  authorize: (request) => ({ sources, actor: request.headers.get('cookie') ?? 'nobody' }),
  ratePerMinute: { actor: 1_000_000 },
  store,
})
const webhooks = createSeatsWebhookHandler({ secret: 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0', store })
/** Passes a request on to Polar, and parses and writes the JSON of the answer, as a simple proxy does. */
async function passOn(request: Request) {
  const answer = await fetch(request.url.replace(/^.*\/proxy/, baseURL), {
    method: request.method,
    headers: { 'content-type': 'application/json', authorization: 'Bearer polar_oat_acme', 'polar-version': '2026-10' },
    ...(request.method === 'POST' && { body: await request.text() }),
  })
  return Response.json(await answer.json(), { status: answer.status })
}

/** Answers whether an address has a seat on the source of the request. */
async function checkSeat(params: URLSearchParams) {
  const source = { subscription_id: params.get('subscription_id') ?? '' }
  return Response.json(await gate.check(source, { email: params.get('email') ?? '' }))
}

const listener = getRequestListener((request) => {
  const { pathname, searchParams } = new URL(request.url)
  if (pathname === '/gate') return checkSeat(searchParams)
  if (pathname.startsWith('/proxy/')) return passOn(request)
  return (pathname === '/hooks' ? webhooks : seats)(request)
})
const server = createServer(listener).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.on('message', (question) => {
  const { user, system } = process.cpuUsage()
  if (question === 'cpu') return process.send?.({ cpuMs: (user + system) / 1000, polarCalls })
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return process.send?.({ rss, heapUsed })
})
// Ends this process if the bench ends early.
process.once('disconnect', () => process.exit())
process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` })
