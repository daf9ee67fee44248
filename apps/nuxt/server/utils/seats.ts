import { createSeatsClient } from '@seats/core'
import { createSeatsHandler, type SeatsHandler } from '@seats/server'

let handler: SeatsHandler | undefined

/**
 * Answers the requests of the page, and keeps the token on the server. The handler is created by the first request,
 * because the environment variables are not set during a build.
 */
export function handleSeats(request: Request): Promise<Response> {
  const { polarUrl, polarAccessToken, public: publicConfig } = useRuntimeConfig()
  handler ??= createSeatsHandler({
    client: createSeatsClient({ accessToken: polarAccessToken, baseURL: polarUrl || undefined }),
    // The signed-in user is Ada, who manages the team. A real app looks her and her subscription up by her session.
    authorize: () => ({
      sources: [{ subscription_id: publicConfig.subscriptionId }],
      operations: ['listSeats', 'assignSeat', 'revokeSeat', 'resendInvitation', 'getSeatPermissions'],
      occupant: { email: 'ada@example.com' },
    }),
    basePath: '/api/seats',
  })
  return handler(request)
}
