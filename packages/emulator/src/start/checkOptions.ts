import * as z from 'zod/mini'
import { earliestMs, latestMs } from '../control/moveClock.ts'
import { parseInput } from '../emulation/parseInput.ts'
import { sharedHandlerSchema } from '../seed/schema/webhookSchemas.ts'

const optionsSchema = z.object({
  port: z.optional(z.int().check(z.minimum(0), z.maximum(65_535))),
  rateLimit: z.optional(z.int().check(z.minimum(1))),
  now: z.optional(
    z.date('Give a time that `Date` can read.').check(z.minimum(new Date(earliestMs)), z.maximum(new Date(latestMs))),
  ),
  webhooks: z.optional(z.array(sharedHandlerSchema)),
})

/**
 * Checks the options, except the seed and the directory, and returns them with `now` as a date.
 * @throws InputError with the path of every wrong option.
 */
export function checkOptions({
  port,
  rateLimit,
  now,
  webhooks,
}: {
  port?: number | undefined
  rateLimit?: number | undefined
  now?: Date | string | number | undefined
  webhooks?: unknown
}): z.infer<typeof optionsSchema> {
  return parseInput(optionsSchema, { port, rateLimit, now: now === undefined ? undefined : new Date(now), webhooks })
}
