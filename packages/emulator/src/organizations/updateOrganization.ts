import type { RuleContext } from '../domain/context/RuleContext.ts'
import { organizationView } from '../domain/views/organizationView.ts'
import { organizations } from '../storage/people/organizations.ts'
import type { OrganizationRow } from '../storage/database/rows.ts'
import { ValidationError } from '../validation/python/pydantic/ValidationError.ts'
import type { Value } from '../validation/python/json/Value.ts'
import { backfillMembers } from './backfillMembers.ts'
import type { OrganizationUpdate } from './organizationUpdate.ts'

/**
 * Changes an organization's settings and sends `organization.updated`. If the member model is switched on, also adapts
 * the organization's data. Returns the changed organization.
 * @throws ValidationError if a new setting is not allowed.
 */
export function updateOrganization(
  ruleContext: RuleContext,
  before: OrganizationRow,
  update: OrganizationUpdate,
): OrganizationRow {
  const { database, clock, webhooks } = ruleContext
  const organization = { ...before, ...changedColumns(before, update), modified_at: clock.now() }
  if (before.seat_based_pricing_enabled && !organization.seat_based_pricing_enabled) {
    throw brokenSetting('feature_settings', 'seat_based_pricing_enabled', {
      msg: 'Seat-based pricing cannot be disabled once enabled.',
      input: false,
    })
  }
  if (
    !before.seat_based_pricing_enabled &&
    organization.seat_based_pricing_enabled &&
    !organization.member_model_enabled
  ) {
    throw brokenSetting('feature_settings', 'seat_based_pricing_enabled', {
      msg: 'Member model must be enabled before enabling seat-based pricing.',
      input: true,
    })
  }
  if (update.subscription_settings?.proration_behavior === 'reset' && !organization.reset_proration_behavior_enabled) {
    throw brokenSetting('subscription_settings', 'proration_behavior', {
      msg: "The 'reset' proration behavior is not enabled for this organization.",
      input: 'reset',
    })
  }
  organizations.update(database, organization)
  webhooks.enqueue(organization.id, 'organization.updated', JSON.stringify(organizationView(organization)))
  if (!before.member_model_enabled && organization.member_model_enabled) {
    ruleContext.runLater(() => backfillMembers(ruleContext, organization.id))
  }
  return organization
}

function changedColumns(before: OrganizationRow, update: OrganizationUpdate): Partial<OrganizationRow> {
  const { name, feature_settings: features, subscription_settings: billing, customer_portal_settings: portal } = update
  return {
    name: name ?? before.name,
    seat_based_pricing_enabled: Number(features?.seat_based_pricing_enabled ?? before.seat_based_pricing_enabled),
    member_model_enabled: Number(features?.member_model_enabled ?? before.member_model_enabled),
    ...(billing && {
      proration_behavior: billing.proration_behavior,
      benefit_revocation_grace_period: billing.benefit_revocation_grace_period,
    }),
    ...(portal && {
      customer_portal_subscription_update_seats: Number(portal.subscription.update_seats),
      customer_portal_subscription_update_plan: Number(portal.subscription.update_plan),
      customer_portal_subscription_pause: Number(portal.subscription.pause),
    }),
  }
}

const brokenSetting = (group: string, setting: string, { msg, input }: { msg: string; input: Value }) =>
  new ValidationError(
    [{ type: 'value_error', loc: ['body', group, setting], msg, input }],
    'PolarRequestValidationError',
  )
