import { oneOf } from '../python/pydantic/choices.ts'

/** A reason for which a customer cancels. */
export const cancellationReason = oneOf(
  'customer_service',
  'low_quality',
  'missing_features',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
  'other',
)
