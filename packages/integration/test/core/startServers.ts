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

// On a busy machine these tests may be slow, but must not fail.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

/** Options for pauses between attempts. The pauses are so short that they do not delay a test. */
export const shortPauses = { retry: { minDelay: 1, maxDelay: 10 } }

export interface TestServers {
  emulator: Emulator
  /** All requests of the clients below, for example `GET /v1/customer-seats`. */
  sent: string[]
  source: { subscription_id: string }
  /** A client with an organization's token, which calls Polar. */
  organizationClient(options?: Partial<SeatsClientOptions>): SeatsClient
  /** A client with a session of the paying customer, which calls Polar's portal. */
  portalClient(options?: Partial<SeatsClientOptions>): SeatsClient<PortalSeatAssign>
  /** A client without a token, as in a browser, which calls `@seats/server`. */
  tokenlessClient(options?: Partial<SeatsClientOptions>): SeatsClient
  /**
   * Reads the roster through Polar's portal. The read is not in `sent`, and no fault for `/v1/customer-seats` hits it.
   */
  readRoster(): ReturnType<SeatsClient['listSeats']>
}

/** Starts an emulator and a guard over real HTTP, and creates three kinds of clients for them. */
export async function startServers(seed?: Seed): Promise<TestServers> {
  const emulator = await startEmulator({ port: 0, ...(seed && { seed }) })
  const source = () => ({ subscription_id: emulator.ref('acme/sub') })
  const sent: string[] = []
  const recordingFetch = (request: Request) => {
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
    createSeatsClient({ fetch: recordingFetch, ...shortPauses, ...options } as SeatsClientOptions)
  return {
    emulator,
    sent,
    get source() {
      return source()
    },
    organizationClient: (options) => create({ accessToken: 'polar_oat_acme', baseURL: emulator.url, ...options }),
    portalClient: (options) =>
      create({ sessionToken: () => createSession(emulator), baseURL: emulator.url, ...options }),
    tokenlessClient: (options) =>
      create({
        baseURL: `${backend.url}/api/seats`,
        fetch: (request: Request) => {
          request.headers.set('sec-fetch-site', 'same-origin')
          return recordingFetch(request)
        },
        ...options,
      }),
    readRoster: async () => {
      const authorization = `Bearer ${await createSession(emulator)}`
      const url = `${emulator.url}/v1/customer-portal/seats?${new URLSearchParams(source())}`
      const response = await emulator.fetch(url, { headers: { authorization } })
      return response.json()
    },
  }
}

/** Starts a server on a free port. */
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

/** Creates a portal session of the paying customer. */
export async function createSession(emulator: Emulator): Promise<string> {
  const response = await emulator.fetch(`${emulator.url}/v1/customer-sessions/`, {
    method: 'POST',
    headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
    body: JSON.stringify({ customer_id: emulator.ref('acme/jane') }),
  })
  const { token } = (await response.json()) as { token: string }
  return token
}

/** Returns the token of the newest invitation, or of the newest invitation to an address. */
export function newestInvitationToken(emulator: Emulator, to?: string): string {
  const [email] = emulator.outbox(to)
  if (email === undefined) throw new Error('No invitation was sent')
  return email.invitation_token
}

/** Resolves with the SeatsError of a call that must fail. */
export async function errorOf(call: Promise<unknown>): Promise<SeatsError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isSeatsError(error)) throw new Error('This did not fail with a SeatsError', { cause: error })
  return error
}
