import { createSeatsClient, type SeatClaimInfo, type SeatsClient, type SeatsClientOptions } from '@seats/core'
import { startEmulator, type Emulator, type Seed } from '@seats/emulator'
import {
  createSeatsHandler,
  memoryStore,
  type SeatsGrant,
  type SeatsHandler,
  type SeatsHandlerOptions,
} from '@seats/server'
import { onTestFinished } from 'vitest'

/** Two customers of one organization with separate teams. Neither may reach the team of the other. */
const seed: Seed = {
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_acme' }, { token: 'polar_oat_readonly', scopes: ['customer_seats:read'] }],
      products: [{ ref: 'team' }, { ref: 'license', recurring: false }],
      customers: [
        { ref: 'jane', email: 'jane@example.com' },
        { ref: 'mallory', email: 'mallory@example.org', external_id: 'user_2' },
      ],
      subscriptions: [
        {
          ref: 'sub',
          product: 'team',
          customer: 'jane',
          seats: 5,
          roster: [
            { ref: 'bob', email: 'bob@example.com', status: 'claimed' },
            { ref: 'pia', email: 'pia@example.com', status: 'pending' },
          ],
        },
        {
          ref: 'foreign',
          product: 'team',
          customer: 'mallory',
          seats: 5,
          roster: [{ ref: 'eve', email: 'eve@example.org', status: 'pending' }],
        },
      ],
      orders: [
        {
          ref: 'ord',
          product: 'license',
          customer: 'jane',
          seats: 2,
          status: 'paid',
          roster: [{ ref: 'ole', email: 'ole@example.com', status: 'pending' }],
        },
      ],
    },
  ],
}

export interface TestGuard {
  emulator: Emulator
  /** A client that calls Polar directly, with the organization's token. */
  polar: SeatsClient
  /** The client that the handler uses. */
  client: SeatsClient
  handler: SeatsHandler
  /** The errors that the handler reported. */
  errors: unknown[]
  /** The calls that the handler's client sent to Polar, for example `GET /v1/customer-seats?…`. */
  calls: string[]
  /** Sends a request as a page of the same origin does. */
  send: (method: string, path: string, init?: { body?: unknown; headers?: Record<string, string> }) => Promise<Response>
  /** Replaces the user's grant. Null signs the user out. */
  grant: (grant: SeatsGrant | null) => void
}

type Options = Partial<SeatsHandlerOptions> & {
  accessToken?: SeatsClientOptions['accessToken']
  /** The endpoints to which Polar sends its webhooks. */
  webhooks?: NonNullable<NonNullable<Seed['organizations']>[number]['webhooks']>
}

/** Starts an emulator and a handler for a user who manages Jane's subscription and order. */
export async function startGuard({
  accessToken = 'polar_oat_acme',
  webhooks = [],
  ...options
}: Options = {}): Promise<TestGuard> {
  const organizations = (seed.organizations ?? []).map((organization) => ({ ...organization, webhooks }))
  const emulator = await startEmulator({ seed: { organizations } })
  onTestFinished(() => emulator.close())
  const calls: string[] = []
  const errors: unknown[] = []
  const recordAndFetch = (request: Request) => {
    const { pathname, search } = new URL(request.url)
    calls.push(`${request.method} ${pathname}${search}`)
    return emulator.fetch(request)
  }
  let currentGrant: SeatsGrant | null = {
    sources: [{ subscription_id: emulator.ref('acme/sub') }, { order_id: emulator.ref('acme/ord') }],
    actor: 'user-1',
  }
  const client = options.client ?? createSeatsClient({ accessToken, baseURL: emulator.url, fetch: recordAndFetch })
  const handler = createSeatsHandler({
    client,
    basePath: '/api/seats',
    authorize: () => currentGrant,
    // Each test has its own store, so that it does not spend the budget of another test.
    store: memoryStore(),
    onError: (error) => errors.push(error),
    ...options,
  })
  return {
    emulator,
    polar: createSeatsClient({
      accessToken: 'polar_oat_acme',
      baseURL: emulator.url,
      fetch: (request) => emulator.fetch(request),
    }),
    client,
    handler,
    calls,
    errors,
    grant: (grant) => {
      currentGrant = grant
    },
    send: (method, path, { body, headers } = {}) =>
      handler(
        new Request(`https://app.example.com/api/seats${path}`, {
          method,
          headers: {
            'sec-fetch-site': 'same-origin',
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      ),
  }
}

/** Returns the options of a request that names the occupant of its seat. */
export const withOccupant = (name: string) => ({
  headers: { 'seats-occupant': `email=${encodeURIComponent(`${name}@example.com`)}` },
})

/** Polar's answer for an invitation that can be claimed. */
export const openInvitation: SeatClaimInfo = {
  product_name: 'Team',
  product_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
  organization_name: 'Acme',
  organization_slug: 'acme',
  customer_email: 'pia@example.com',
  can_claim: true,
}

/** Returns the token in the invitation that was sent to an address. */
export function invitationToken(emulator: Emulator, address: string): string {
  const token = emulator.outbox(address)[0]?.invitation_token
  if (token === undefined) throw new Error(`No invitation was sent to ${address}`)
  return token
}

/** Resolves with the status and the error code of an answer. */
export async function statusAndCodeOf(response: Response | Promise<Response>): Promise<[number, string | undefined]> {
  const answer = await response
  const body: unknown = await answer.json()
  const code = typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : undefined
  return [answer.status, code]
}
