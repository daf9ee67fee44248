import * as z from 'zod/mini'
import { _default as withDefault } from 'zod/mini'
import { instant, nullableText } from './fields.ts'

const time = z.optional(z.nullable(instant))
const flag = withDefault(z.boolean(), false)

/** The fields of a subscription that an order does not have. */
export const subscriptionFields = {
  status: withDefault(
    z.enum(['incomplete', 'incomplete_expired', 'trialing', 'active', 'past_due', 'canceled', 'unpaid', 'paused']),
    'active',
  ),
  discount: z.optional(z.string()),
  current_period_start: z.optional(instant),
  current_period_end: z.optional(instant),
  started_at: time,
  trial_start: time,
  trial_end: time,
  cancel_at_period_end: flag,
  canceled_at: time,
  ended_at: time,
  past_due_at: time,
  pause_at_period_end: flag,
  paused_at: time,
  resumes_at: time,
  customer_cancellation_reason: withDefault(
    z.nullable(
      z.enum([
        'customer_service',
        'low_quality',
        'missing_features',
        'switched_service',
        'too_complex',
        'too_expensive',
        'unused',
        'other',
      ]),
    ),
    null,
  ),
  customer_cancellation_comment: nullableText,
  metadata: withDefault(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
}
