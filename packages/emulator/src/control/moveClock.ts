import * as z from 'zod/mini'
import type { Clock } from '../clock/Clock.ts'
import { InputError } from '../emulation/InputError.ts'

/** The limits of the clock. Between them, each year has four digits, as in every time that the API writes. */
export const earliestMs: number = Date.parse('1970-01-01T00:00:00Z')
export const latestMs: number = Date.parse('9999-12-31T23:59:59Z')

/** The body of `POST /_emulator/clock`: one of three ways to move the clock. */
export const clockSchema = z
  .strictObject({
    advance_seconds: z.optional(z.number()),
    now: z.optional(z.iso.datetime({ offset: true })),
    real: z.optional(z.literal(true)),
  })
  .check(
    z.refine(
      (move) => Object.values(move).filter((value) => value !== undefined).length === 1,
      'Give one of advance_seconds, now and real.',
    ),
  )

/** Moves the clock. @throws InputError if the API could not write the new time. Then the clock does not move. */
export function moveClock(clock: Clock, { advance_seconds, now }: z.infer<typeof clockSchema>): void {
  if (now !== undefined) clock.set(checkedMs('now', Date.parse(now)) * 1000)
  else if (advance_seconds !== undefined) {
    checkedMs('advance_seconds', clock.now() / 1000 + advance_seconds * 1000)
    clock.advance(advance_seconds)
  } else clock.setReal()
}

function checkedMs(path: string, targetMs: number): number {
  if (targetMs >= earliestMs && targetMs <= latestMs) return targetMs
  throw new InputError(422, [{ path, message: 'The clock can be set to the years 1970 to 9999.' }])
}
