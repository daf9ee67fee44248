import { createSeatsClient } from '@seats/core'
import { createSeatsHandler, type SeatsHandler } from '@seats/server'

let handler: SeatsHandler | undefined

/** Keeps the token on the server. Made when it is first asked for: a build has no environment. */
export function seats(request: Request): Promise<Response> {
  const { polarUrl, polarAccessToken, public: shown } = useRuntimeConfig()
  handler ??= createSeatsHandler({
    client: createSeatsClient({ accessToken: polarAccessToken, baseURL: polarUrl || undefined }),
    // What the signed-in user's team has. An app looks it up by its session.
    authorize: () => ({ sources: [{ subscription_id: shown.subscriptionId }] }),
    basePath: '/api/seats',
  })
  return handler(request)
}
