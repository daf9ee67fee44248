import * as z from 'zod/mini'
import type { Clock } from '../clock/Clock.ts'

// Years 1970 to 9999, so that every time has the four-digit year of the API.
const tooFar = 250_000_000_000

/** The body of `POST /_emulator/clock`. */
export const clockSchema = z.union([
  z.strictObject({ advance_seconds: z.number().check(z.minimum(-tooFar), z.maximum(tooFar)) }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ real: z.literal(true) }),
])

export function moveClock(clock: Clock, move: z.infer<typeof clockSchema>): void {
  if ('advance_seconds' in move) clock.advance(move.advance_seconds)
  else if ('now' in move) clock.set(Date.parse(move.now) * 1000)
  else clock.setReal()
}
