import type { OrganizationRow } from '../../storage/database/rows.ts'
import { portalSettings } from './portalSettings.ts'
import { publicOrganizationView } from './publicOrganizationView.ts'

/** Returns an organization as its own token sees it. */
export const organizationView = (organization: OrganizationRow) => ({
  ...publicOrganizationView(organization),
  onboarding_resubmission_requested_at: null,
  sso_enforced: false,
  default_presentment_currency: 'usd',
  default_tax_behavior: 'location',
  customer_portal_settings: portalSettings(organization),
  dispute_settings: { auto_accept_below_amount: null },
  embed_hosts: [],
  embed_hosts_enforced: true,
  country: null,
  account_id: null,
  payout_account_id: null,
  capabilities: {
    checkout_payments: true,
    subscription_renewals: true,
    payouts: true,
    refunds: true,
    api_access: true,
    dashboard_access: true,
  },
  notification_settings: {
    new_order: true,
    new_subscription: true,
    chargeback_prevention: true,
    subscription_renewal: false,
  },
})
