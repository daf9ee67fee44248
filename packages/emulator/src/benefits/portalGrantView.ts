import { formatTime } from '../clock/formatTime.ts'
import { formatTimeOrNull } from '../clock/formatTimeOrNull.ts'
import { publicOrganizationView } from '../domain/views/publicOrganizationView.ts'
import type { PortalGrantRow } from '../storage/benefits/benefitGrants.ts'
import { benefits } from '../storage/benefits/benefits.ts'
import type { Database } from '../storage/database/Database.ts'
import { customers } from '../storage/people/customers.ts'
import { organizations } from '../storage/people/organizations.ts'
import { publicBenefitView } from './publicBenefitView.ts'

/** Returns a benefit grant as the portal shows it. */
export function portalGrantView(database: Database, benefitGrant: PortalGrantRow) {
  const customer = customers.byId(database, benefitGrant.customer_id)
  const benefit = benefits.byId(database, benefitGrant.benefit_id)
  const organization = benefit && organizations.byId(database, benefit.organization_id)
  if (!customer || !organization) throw new Error('The grant has no customer, or its benefit has no organization')
  return {
    id: benefitGrant.id,
    created_at: formatTime(benefitGrant.created_at),
    modified_at: formatTimeOrNull(benefitGrant.modified_at),
    granted_at: formatTimeOrNull(benefitGrant.granted_at),
    revoked_at: formatTimeOrNull(benefitGrant.revoked_at),
    customer_id: benefitGrant.customer_id,
    member_id: benefitGrant.member_id,
    benefit_id: benefitGrant.benefit_id,
    subscription_id: benefitGrant.source_kind === 'subscription' ? benefitGrant.source_id : null,
    order_id: benefitGrant.source_kind === 'order' ? benefitGrant.source_id : null,
    is_granted: benefitGrant.granted_at !== null,
    is_revoked: benefitGrant.revoked_at !== null,
    error: null,
    customer: {
      id: customer.id,
      created_at: formatTime(customer.created_at),
      modified_at: formatTimeOrNull(customer.modified_at),
      email: customer.email,
      email_verified: false,
      name: customer.name,
      billing_name: customer.name,
      billing_address: null,
      tax_id: null,
      oauth_accounts: {},
      default_payment_method_id: customer.default_payment_method_id,
      type: customer.type,
      locale: null,
    },
    benefit: {
      ...publicBenefitView(benefit),
      organization: publicOrganizationView(organization),
      properties: { note: null },
    },
    properties: {},
  }
}
