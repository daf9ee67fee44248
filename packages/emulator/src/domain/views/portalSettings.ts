import type { OrganizationRow } from '../../storage/database/rows.ts'

/** Returns the `customer_portal_settings` of an organization. */
export const portalSettings = (organization: OrganizationRow) => ({
  usage: { show: true },
  subscription: {
    update_seats: organization.customer_portal_subscription_update_seats === 1,
    update_plan: organization.customer_portal_subscription_update_plan === 1,
    // Polar does not store this setting until somebody switches it on.
    ...(organization.customer_portal_subscription_pause === 1 && { pause: true }),
  },
  customer: { allow_email_change: false },
})
