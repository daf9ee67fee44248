import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createSeatsClient } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import { createSeatsHandler, createSeatsWebhookHandler, memoryStore } from '@seats/server'
import type { BuiltPage } from './buildPage.ts'

const accessToken = 'polar_oat_acme'
const secret = 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0'

export interface TeamServer {
  /** The address of the page. */
  url: string
  /** Revokes the seat of an address, as another admin does. The emulator's webhook then reaches the open page. */
  revokeElsewhere(email: string): Promise<void>
  close(): Promise<void>
}

/**
 * Starts an emulator with a roster of this size, and a backend with the guard, a plain proxy to the emulator, and a built
 * page.
 */
export async function startTeamServer(page: BuiltPage, size: number): Promise<TeamServer> {
  const store = memoryStore()
  const webhooks = createSeatsWebhookHandler({ secret, store })
  const roster = Array.from({ length: size }, (_, index) => ({
    email: `person${index}@example.com`,
    status: 'claimed' as const,
  }))
  const emulator = await startEmulator({
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: accessToken }],
          products: [{ ref: 'team' }],
          customers: [{ ref: 'jane', email: 'jane@example.com' }],
          subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: size, roster }],
          webhooks: [{ handler: webhooks, secret }],
        },
      ],
    },
  })
  const source = { subscription_id: emulator.ref('acme/sub') }
  const client = createSeatsClient({ accessToken, baseURL: emulator.url, fetch: emulator.fetch })
  const guard = createSeatsHandler({
    client,
    store,
    authorize: () => ({ sources: [source] }),
    basePath: '/api/seats',
    ratePerMinute: { actor: 1_000_000 },
  })
  /** A proxy that only adds the access token. */
  const passOn = async (request: Request) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` }
    const body = request.method === 'POST' ? { body: await request.text() } : {}
    return emulator.fetch(request.url.replace(/^.*\/proxy/, emulator.url), { method: request.method, headers, ...body })
  }
  const answer = (request: Request) => {
    const path = new URL(request.url).pathname.slice(1)
    if (path.startsWith('api/')) return guard(request)
    if (path.startsWith('proxy/')) return passOn(request)
    if (path === '') return new Response(htmlOf(page), { headers: { 'content-type': 'text/html' } })
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript'
    return new Response(page.files.get(path), { headers: { 'content-type': type } })
  }
  const server = serve({ port: 0, hostname: '127.0.0.1', fetch: answer })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/#${source.subscription_id}`,
    async revokeElsewhere(email) {
      const { seats } = await client.listSeats(source)
      const seat = seats.find((seat) => seat.email === email || seat.member?.email === email)
      if (seat === undefined) throw new Error(`${email} has no seat.`)
      await client.revokeSeat(seat.id, { source, occupant: seat })
    },
    async close() {
      server.close()
      await emulator.close()
    },
  }
}

const htmlOf = ({ script, styles }: BuiltPage) =>
  `<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">${styles
    .map((style) => `<link rel="stylesheet" href="/${style}">`)
    .join('')}<body><script type="module" src="/${script}"></script>`
