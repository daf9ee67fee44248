import { formatTime } from '../clock/formatTime.ts'
import { formatTimeOrNull } from '../clock/formatTimeOrNull.ts'
import { customerView } from '../domain/views/customerView.ts'
import { memberView } from '../domain/views/memberView.ts'
import { benefitView } from './benefitView.ts'
import type { BenefitGrantRow } from '../storage/benefits/benefitGrants.ts'
import { benefits } from '../storage/benefits/benefits.ts'
import { customers } from '../storage/people/customers.ts'
import type { Database } from '../storage/database/Database.ts'
import { members } from '../storage/people/members.ts'

/** Returns a grant as an organization gets it, from the API and in webhooks. */
export function grantView(database: Database, grant: BenefitGrantRow) {
  const customer = customers.byId(database, grant.customer_id)
  const benefit = benefits.byId(database, grant.benefit_id)
  const member = grant.member_id === null ? undefined : members.byIdEvenRemoved(database, grant.member_id)
  if (!customer || !benefit) throw new Error('The grant has no customer or no benefit')
  return {
    created_at: formatTime(grant.created_at),
    modified_at: formatTimeOrNull(grant.modified_at),
    id: grant.id,
    granted_at: formatTimeOrNull(grant.granted_at),
    is_granted: grant.granted_at !== null,
    revoked_at: formatTimeOrNull(grant.revoked_at),
    is_revoked: grant.revoked_at !== null,
    subscription_id: grant.source_kind === 'subscription' ? grant.source_id : null,
    order_id: grant.source_kind === 'order' ? grant.source_id : null,
    customer_id: grant.customer_id,
    member_id: grant.member_id,
    benefit_id: grant.benefit_id,
    error: null,
    user_id: grant.customer_id,
    customer: customerView(customer),
    member: member ? memberView(member) : null,
    benefit: benefitView(benefit),
    properties: {},
  }
}

/** Returns a grant as a customer's state shows it. */
export const stateGrantView = (grant: BenefitGrantRow) => ({
  id: grant.id,
  created_at: formatTime(grant.created_at),
  modified_at: formatTimeOrNull(grant.modified_at),
  granted_at: formatTimeOrNull(grant.granted_at),
  benefit_id: grant.benefit_id,
  benefit_type: 'custom',
  benefit_metadata: {},
  properties: {},
})
