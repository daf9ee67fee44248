import * as z from 'zod/mini'
import type { Clock } from '../clock/Clock.ts'
import { InputError } from '../emulation/InputError.ts'

/** Every time between these has the four-digit year of the API. */
export const earliestMs: number = Date.parse('1970-01-01T00:00:00Z')
export const latestMs: number = Date.parse('9999-12-31T23:59:59Z')

export const advanceSchema = z.strictObject({ advance_seconds: z.number() })

/** The body of `POST /_emulator/clock`. */
export const clockSchema = z.union([
  advanceSchema,
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ real: z.literal(true) }),
])

/** @throws InputError if the time would be one that the API cannot write. Then the clock is not moved. */
export function moveClock(clock: Clock, move: z.infer<typeof clockSchema>): void {
  if ('real' in move) return clock.setReal()
  const targetMs = 'now' in move ? Date.parse(move.now) : clock.now() / 1000 + move.advance_seconds * 1000
  if (targetMs < earliestMs || targetMs > latestMs) {
    const path = 'now' in move ? 'now' : 'advance_seconds'
    throw new InputError(422, [{ path, message: 'The clock can be set to the years 1970 to 9999.' }])
  }
  if ('now' in move) clock.set(targetMs * 1000)
  else clock.advance(move.advance_seconds)
}
