import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import {
  createSeatsClient,
  isSeatsError,
  type PortalSeatAssign,
  type SeatsClient,
  type SeatsClientOptions,
  type SeatsError,
} from '@seats/core'
import { startEmulator, type Emulator, type Seed } from '@seats/emulator'
import { createSeatsHandler } from '@seats/server'
import { afterAll, vi } from 'vitest'

// What runs beside these tests can make them slow, and must not make them fail.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

/** Pauses that are over at once: what is tested is what happens after them. */
export const quick = { retry: { minDelay: 1, maxDelay: 10 } }

export interface World {
  emulator: Emulator
  /** Every request that the clients below have sent: `GET /v1/customer-seats`. */
  sent: string[]
  source: { subscription_id: string }
  /** With an organization's token, straight to Polar. */
  organization(options?: Partial<SeatsClientOptions>): SeatsClient
  /** With a session of the purchaser's, to Polar's portal. */
  portal(options?: Partial<SeatsClientOptions>): SeatsClient<PortalSeatAssign>
  /** Without a token, as a browser on the site, through `@seats/server`. */
  tokenless(options?: Partial<SeatsClientOptions>): SeatsClient
  /** What Polar has, read through its portal: past every count, and past faults in /v1/customer-seats. */
  roster(): ReturnType<SeatsClient['listSeats']>
}

/** An emulator on real HTTP, with the three ways to reach it. Every test starts with the seed. */
export async function startWorld(seed?: Seed): Promise<World> {
  const emulator = await startEmulator({ port: 0, ...(seed && { seed }) })
  const source = () => ({ subscription_id: emulator.ref('acme/sub') })
  const sent: string[] = []
  const recording = (request: Request) => {
    sent.push(`${request.method} ${new URL(request.url).pathname}`)
    return globalThis.fetch(request)
  }
  const handler = createSeatsHandler({
    client: createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url }),
    basePath: '/api/seats',
    authorize: () => ({ sources: [source()], immediateClaim: true }),
  })
  const backend = await listen(createServer(getRequestListener((request) => handler(request))))
  afterAll(async () => {
    await backend.close()
    await emulator.close()
  })
  const create = (options: object) =>
    createSeatsClient({ fetch: recording, ...quick, ...options } as SeatsClientOptions)
  return {
    emulator,
    sent,
    get source() {
      return source()
    },
    organization: (options) => create({ accessToken: 'polar_oat_acme', baseURL: emulator.url, ...options }),
    portal: (options) => create({ sessionToken: () => createSession(emulator), baseURL: emulator.url, ...options }),
    tokenless: (options) =>
      create({
        baseURL: `${backend.url}/api/seats`,
        fetch: (request: Request) => {
          request.headers.set('sec-fetch-site', 'same-origin')
          return recording(request)
        },
        ...options,
      }),
    roster: async () => {
      const authorization = `Bearer ${await createSession(emulator)}`
      const url = `${emulator.url}/v1/customer-portal/seats?${new URLSearchParams(source())}`
      const response = await emulator.fetch(url, { headers: { authorization } })
      return response.json()
    },
  }
}

/** Serves on a free port. */
export async function listen(server: Server): Promise<{ url: string; close: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A portal session of the customer who bought the seats. */
export async function createSession(emulator: Emulator): Promise<string> {
  const response = await emulator.fetch(`${emulator.url}/v1/customer-sessions/`, {
    method: 'POST',
    headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
    body: JSON.stringify({ customer_id: emulator.ref('acme/jane') }),
  })
  const { token } = (await response.json()) as { token: string }
  return token
}

/** The token of the newest invitation. */
export function invitation(emulator: Emulator, to?: string): string {
  const [email] = emulator.outbox(to)
  if (email === undefined) throw new Error('No invitation was sent')
  return email.invitation_token
}

export async function errorOf(call: Promise<unknown>): Promise<SeatsError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isSeatsError(error)) throw new Error('This did not fail with a SeatsError', { cause: error })
  return error
}
