import * as z from 'zod/mini'
import { eventType } from '../seed/schema/webhookSchemas.ts'

/**
 * Chooses the attempts that are lost or doubled. Refuses a kind of event that does not exist, because no webhook would
 * match.
 */
export const deliveryMatchSchema = z.strictObject({
  type: z.optional(eventType),
  times: z.optional(z.union([z.int().check(z.minimum(1)), z.literal(Infinity)])),
})

export const shuffleSchema = z.strictObject({ seed: z.optional(z.number()) })
