import { createSeatsClient } from '@seats/core'
import { createSeatGate, type SeatGate } from '@seats/server'
import { cookies } from 'next/headers'
import { source } from './seats.ts'

const { POLAR_URL, POLAR_ACCESS_TOKEN = '' } = process.env

let gate: SeatGate | undefined

/** Returns whether the signed-in user has a seat. Call it wherever your app reads data that only the team may see. */
export async function isSeated(): Promise<boolean> {
  // A real app takes the address from its session, and only if the address is verified.
  // The cookie is read first, because this read makes Next wait for a request. With `cacheComponents`, Next also calls a route
  // during the build, when there is no token.
  const email = (await cookies()).get('email')?.value ?? null
  gate ??= createSeatGate({
    client: createSeatsClient({ accessToken: POLAR_ACCESS_TOKEN, baseURL: POLAR_URL }),
    whenUnknown: 'deny',
  })
  return (await gate.check(source, { email })).seated
}
