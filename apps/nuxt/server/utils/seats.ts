import { createSeatsClient } from '@seats/core'
import { createSeatsHandler, type SeatsHandler } from '@seats/server'

let handler: SeatsHandler | undefined

/**
 * Answers the requests of the page, and keeps the token on the server. The handler is created by the first request,
 * because the environment variables are not set during a build.
 */
export function seats(request: Request): Promise<Response> {
  const { polarUrl, polarAccessToken, public: publicConfig } = useRuntimeConfig()
  handler ??= createSeatsHandler({
    client: createSeatsClient({ accessToken: polarAccessToken, baseURL: polarUrl || undefined }),
    // The subscription of the signed-in user's team. A real app looks it up by the user's session.
    authorize: () => ({ sources: [{ subscription_id: publicConfig.subscriptionId }] }),
    basePath: '/api/seats',
  })
  return handler(request)
}
