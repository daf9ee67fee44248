import { formatTime } from '../clock/formatTime.ts'
import { publicOrganizationView } from '../domain/views/publicOrganizationView.ts'
import type { PortalGrantRow } from '../storage/benefits/benefitGrants.ts'
import { benefits } from '../storage/benefits/benefits.ts'
import type { Database } from '../storage/database/Database.ts'
import { customers } from '../storage/people/customers.ts'
import { organizations } from '../storage/people/organizations.ts'
import { publicBenefitView } from './publicBenefitView.ts'

const formatTimeOrNull = (microseconds: number | null) => (microseconds === null ? null : formatTime(microseconds))

/** Returns a grant as the portal shows it. */
export function portalGrantView(database: Database, grant: PortalGrantRow) {
  const customer = customers.byId(database, grant.customer_id)
  const benefit = benefits.byId(database, grant.benefit_id)
  const organization = benefit && organizations.byId(database, benefit.organization_id)
  if (!customer || !organization) throw new Error('A grant has a customer and a benefit of an organization')
  return {
    id: grant.id,
    created_at: formatTime(grant.created_at),
    modified_at: formatTimeOrNull(grant.modified_at),
    granted_at: formatTimeOrNull(grant.granted_at),
    revoked_at: formatTimeOrNull(grant.revoked_at),
    customer_id: grant.customer_id,
    member_id: grant.member_id,
    benefit_id: grant.benefit_id,
    subscription_id: grant.source_kind === 'subscription' ? grant.source_id : null,
    order_id: grant.source_kind === 'order' ? grant.source_id : null,
    is_granted: grant.granted_at !== null,
    is_revoked: grant.revoked_at !== null,
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
