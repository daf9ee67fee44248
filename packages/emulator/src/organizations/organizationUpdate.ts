import type { ProrationBehavior } from '../storage/database/rows.ts'
import type { Value } from '../validation/python/json/Value.ts'
import { boolean, text } from '../validation/python/pydantic/checks.ts'
import { oneOf } from '../validation/python/pydantic/choices.ts'
import { codePoints } from '../validation/python/text/codePoints.ts'
import { Failure, type Check } from '../validation/python/pydantic/Failure.ts'
import { integer } from '../validation/python/pydantic/integer.ts'
import { model, nested, type BodyCheck } from '../validation/python/pydantic/model.ts'

/** The settings that a PATCH of an organization changes. A setting that is null does not change. */
export interface OrganizationUpdate {
  name: string | null
  feature_settings: { seat_based_pricing_enabled: boolean | null; member_model_enabled: boolean | null } | null
  subscription_settings: { proration_behavior: ProrationBehavior; benefit_revocation_grace_period: number } | null
  customer_portal_settings: {
    usage: { show: boolean }
    subscription: { update_seats: boolean; update_plan: boolean; pause: boolean }
  } | null
}

const minNameCharacters = 3

const name: Check<string> = (input) => {
  const value = text(input)
  if (value instanceof Failure || codePoints(value) >= minNameCharacters) return value
  const msg = `String should have at least ${minNameCharacters} characters`
  return new Failure('string_too_short', msg, value, { min_length: minNameCharacters })
}

const flag = { check: boolean }
const optionalFlag = { check: boolean, default: null }

/** Returns a field that may be missing or null. */
function optionalField<Output>(check: BodyCheck<Output>) {
  const checkField = nested(check)
  return { check: (input: Value) => (input === null ? null : checkField(input)), default: null }
}

/**
 * The body of `PATCH /v1/organizations/{id}`: the name, and the settings of seats, subscriptions and the portal. Other
 * fields are ignored.
 */
export const organizationUpdate: BodyCheck<OrganizationUpdate> = model<OrganizationUpdate>({
  name: { check: (input) => (input === null ? null : name(input)), default: null },
  feature_settings: optionalField(
    model({ seat_based_pricing_enabled: optionalFlag, member_model_enabled: optionalFlag }),
  ),
  subscription_settings: optionalField(
    model({
      allow_multiple_subscriptions: flag,
      proration_behavior: { check: oneOf<ProrationBehavior>('invoice', 'prorate', 'next_period', 'reset') },
      benefit_revocation_grace_period: { check: integer },
      prevent_trial_abuse: flag,
      allow_customer_updates: flag,
    }),
  ),
  customer_portal_settings: optionalField(
    model({
      usage: { check: nested(model({ show: flag })) },
      subscription: {
        check: nested(model({ update_seats: flag, update_plan: flag, pause: { check: boolean, default: false } })),
      },
    }),
  ),
})
