import { grantBenefits } from '../../benefits/grantBenefits.ts'
import { grantView } from '../../benefits/grantView.ts'
import type { Work } from '../../domain/context/Work.ts'
import { benefitGrants, type BenefitGrantRow } from '../../storage/benefits/benefitGrants.ts'
import { benefits } from '../../storage/benefits/benefits.ts'
import type { MemberRow } from '../../storage/database/rows.ts'
import { subscriptions } from '../../storage/billing/subscriptions.ts'
import { isPayerEntitled } from '../state/isPayerEntitled.ts'
import { sendState } from '../messages/sendState.ts'

/**
 * Grants and revokes the benefits of a subscription or order after a change of its seats or status, and sends the
 * webhooks. A webhook with the customer's state that is sent before these still contains the benefits that end.
 */
export function settleGrants(work: Work, sourceId: string): void {
  if (!benefitGrants.concern(work.database, sourceId)) return
  afterState(work, () => {
    const row = subscriptions.byId(work.database, sourceId)
    tell(work, grantBenefits(work, sourceId, row === undefined || isPayerEntitled(work, row)))
  })
}

/** Ends the benefits of a member who was removed. */
export function endGrants(work: Work, member: MemberRow): void {
  const { database, clock } = work
  const grants = benefitGrants.ofMember(database, member.id)
  if (grants.length === 0) return
  afterState(work, () => {
    const now = clock.now()
    const ended = grants
      .filter(({ granted_at }) => granted_at !== null)
      .map((grant) => ({ ...grant, granted_at: null, revoked_at: now, modified_at: now }))
    for (const grant of ended) benefitGrants.update(database, grant)
    tell(work, ended)
  })
}

/** Sends `benefit_grant.cycled` for each grant of a subscription whose renewal was paid. */
export function cycleGrants(work: Work, sourceId: string): void {
  const { database, clock } = work
  const cycleAll = () => {
    const cycled = benefitGrants
      .ofSource(database, sourceId)
      .filter(({ granted_at }) => granted_at !== null)
      .map((grant) => ({ ...grant, modified_at: clock.now() }))
    for (const grant of cycled) benefitGrants.update(database, grant)
    tell(work, cycled, 'benefit_grant.cycled')
  }
  work.later(() => work.later(cycleAll))
}

// Runs a job after the webhook with the state, which is queued twice.
const afterState = (work: Work, job: () => void) => work.later(() => work.later(() => work.later(job)))

function tell(work: Work, changed: readonly BenefitGrantRow[], kind?: 'benefit_grant.cycled'): void {
  for (const grant of changed) {
    const organizationId = benefits.byId(work.database, grant.benefit_id)?.organization_id
    if (organizationId === undefined) continue
    const type = kind ?? (grant.granted_at === null ? 'benefit_grant.revoked' : 'benefit_grant.created')
    work.webhooks.enqueue(organizationId, type, () =>
      JSON.stringify({ ...grantView(work.database, grant), previous_properties: {} }),
    )
  }
  for (const { customer_id } of changed) sendState(work, customer_id)
}
