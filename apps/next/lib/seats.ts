import { createSeatsClient } from '@seats/core'
import { createSeatsHandler, type SeatsHandler } from '@seats/server'

const { POLAR_URL, POLAR_ACCESS_TOKEN = '', SUBSCRIPTION_ID = '' } = process.env

/** The subscription of the signed-in user's team. A real app looks it up by the user's session. */
export const source = { subscription_id: SUBSCRIPTION_ID }

let handler: SeatsHandler | undefined
// `next start` stops only when no event stream is open.
process.once('SIGTERM', () => handler?.close())

/**
 * Answers the requests of the page, and keeps the token on the server. The handler is created by the first request,
 * because the environment variables are not set during a build.
 */
export function handleSeats(request: Request): Promise<Response> {
  handler ??= createSeatsHandler({
    client: createSeatsClient({ accessToken: POLAR_ACCESS_TOKEN, baseURL: POLAR_URL }),
    // The signed-in user is Ada, who manages the team. A real app looks her up by her session.
    authorize: () => ({
      sources: [source],
      operations: ['listSeats', 'assignSeat', 'revokeSeat', 'resendInvitation', 'getSeatPermissions'],
      occupant: { email: 'ada@example.com' },
    }),
    basePath: '/api/seats',
  })
  return handler(request)
}
