import type { OrganizationRow } from '../../storage/database/rows.ts'
import { portalSettings } from './portalSettings.ts'
import { publicOrganizationView } from './publicOrganizationView.ts'

/**
 * Returns an organization as the portal shows it with a subscription, so that a page knows which changes are allowed.
 */
export const portalOrganizationView = (organization: OrganizationRow) => ({
  ...publicOrganizationView(organization),
  customer_portal_settings: portalSettings(organization),
  organization_features: {
    member_model_enabled: organization.member_model_enabled === 1,
    checkout_localization_enabled: false,
  },
})
