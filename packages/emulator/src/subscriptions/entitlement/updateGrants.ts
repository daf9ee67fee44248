import { grantBenefits } from '../../benefits/grantBenefits.ts'
import { grantView } from '../../benefits/grantView.ts'
import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { benefitGrants, type BenefitGrantRow } from '../../storage/benefits/benefitGrants.ts'
import { benefits } from '../../storage/benefits/benefits.ts'
import type { MemberRow } from '../../storage/database/rows.ts'
import { subscriptions } from '../../storage/billing/subscriptions.ts'
import { isEntitled } from '../state/isEntitled.ts'
import { sendState } from '../messages/sendState.ts'

/**
 * Grants and revokes the benefits of a subscription or order after a change of its seats or status, and sends the
 * webhooks. A `customer.state_changed` that is sent before these webhooks still contains the ended benefits.
 */
export function updateGrants(ruleContext: RuleContext, sourceId: string): void {
  if (!benefitGrants.mayExistFor(ruleContext.database, sourceId)) return
  afterState(ruleContext, () => {
    const row = subscriptions.byId(ruleContext.database, sourceId)
    sendGrantEvents(
      ruleContext,
      grantBenefits(ruleContext, sourceId, row === undefined || isEntitled(ruleContext, row)),
    )
  })
}

/** Ends the benefits of a member who was removed. */
export function endGrants(ruleContext: RuleContext, member: MemberRow): void {
  const { database, clock } = ruleContext
  const grants = benefitGrants.ofMember(database, member.id)
  if (grants.length === 0) return
  afterState(ruleContext, () => {
    const now = clock.now()
    const ended = grants
      .filter(({ granted_at }) => granted_at !== null)
      .map((grant) => ({ ...grant, granted_at: null, revoked_at: now, modified_at: now }))
    for (const grant of ended) benefitGrants.update(database, grant)
    sendGrantEvents(ruleContext, ended)
  })
}

/** Sends `benefit_grant.cycled` for each benefit that a subscription grants, after its renewal was paid. */
export function cycleGrants(ruleContext: RuleContext, sourceId: string): void {
  const { database, clock } = ruleContext
  const cycleAll = () => {
    const cycled = benefitGrants
      .ofSource(database, sourceId)
      .filter(({ granted_at }) => granted_at !== null)
      .map((grant) => ({ ...grant, modified_at: clock.now() }))
    for (const grant of cycled) benefitGrants.update(database, grant)
    sendGrantEvents(ruleContext, cycled, 'benefit_grant.cycled')
  }
  ruleContext.runLater(() => ruleContext.runLater(cycleAll))
}

// Runs a job after the webhook with the customer's state. That webhook waits for two jobs, so this job waits for three.
const afterState = (ruleContext: RuleContext, job: () => void) =>
  ruleContext.runLater(() => ruleContext.runLater(() => ruleContext.runLater(job)))

function sendGrantEvents(
  ruleContext: RuleContext,
  changed: readonly BenefitGrantRow[],
  kind?: 'benefit_grant.cycled',
): void {
  for (const grant of changed) {
    const organizationId = benefits.byId(ruleContext.database, grant.benefit_id)?.organization_id
    if (organizationId === undefined) continue
    const type = kind ?? (grant.granted_at === null ? 'benefit_grant.revoked' : 'benefit_grant.created')
    ruleContext.webhooks.enqueue(organizationId, type, () =>
      JSON.stringify({ ...grantView(ruleContext.database, grant), previous_properties: {} }),
    )
  }
  for (const { customer_id } of changed) sendState(ruleContext, customer_id)
}
