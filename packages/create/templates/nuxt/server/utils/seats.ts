// server/utils/seats.ts
import { createSeatsClient } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import { createSeatsHandler, type SeatsHandler } from '@seats/server'

/** The subscription of the team. In your app, look it up by the user's session. */
const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }

async function start(): Promise<SeatsHandler> {
  const accessToken = 'polar_oat_local'
  const subscriptions = [{ id: source.subscription_id, seats: 10 }]
  const organization = { slug: 'acme', tokens: [{ token: accessToken }], subscriptions }
  const polar = await startEmulator({ seed: { organizations: [organization] } })
  return createSeatsHandler({
    client: createSeatsClient({ accessToken, baseURL: polar.url, fetch: polar.fetch }),
    basePath: '/api/seats',
    authorize: () => ({ sources: [source] }),
  })
}

// The development server loads this file again after a change, but there must be only one emulator.
declare global {
  var seatsHandler: Promise<SeatsHandler> | undefined
}

/** Answers the requests of the page, and keeps the token on the server. */
export async function handleSeats(request: Request): Promise<Response> {
  const handler = await (globalThis.seatsHandler ??= start())
  return handler(request)
}
