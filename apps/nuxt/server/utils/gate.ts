import { createSeatsClient } from '@seats/core'
import { createSeatGate, type SeatGate } from '@seats/server'

let gate: SeatGate | undefined

/** Throws a 403 if the signed-in user has no seat. */
export async function requireSeat(event: Parameters<typeof getCookie>[0]): Promise<void> {
  const { polarUrl, polarAccessToken, public: publicConfig } = useRuntimeConfig()
  gate ??= createSeatGate({
    client: createSeatsClient({ accessToken: polarAccessToken, baseURL: polarUrl || undefined }),
    whenUnknown: 'deny',
  })
  // A real app takes the address from its session, and only if the address is verified.
  const email = getCookie(event, 'email') ?? null
  const { seated } = await gate.check({ subscription_id: publicConfig.subscriptionId }, { email })
  if (!seated) throw createError({ statusCode: 403, message: 'You need a seat.' })
}
