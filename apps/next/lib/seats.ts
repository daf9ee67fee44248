import { createSeatsClient } from '@seats/core'
import { createSeatsHandler, type SeatsHandler } from '@seats/server'

const { POLAR_URL, POLAR_ACCESS_TOKEN = '', SUBSCRIPTION_ID = '' } = process.env

/** What the signed-in user's team has. An app looks it up by its session. */
export const source = { subscription_id: SUBSCRIPTION_ID }

let handler: SeatsHandler | undefined

/** Keeps the token on the server. Made when it is first asked for: a build has no environment. */
export function seats(request: Request): Promise<Response> {
  handler ??= createSeatsHandler({
    client: createSeatsClient({ accessToken: POLAR_ACCESS_TOKEN, baseURL: POLAR_URL }),
    authorize: () => ({ sources: [source] }),
    basePath: '/api/seats',
  })
  return handler(request)
}
