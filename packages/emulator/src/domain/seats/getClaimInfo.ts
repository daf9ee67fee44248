import { customers } from '../../storage/people/customers.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { members } from '../../storage/people/members.ts'
import { checkFeature } from './checkFeature.ts'
import type { Context } from '../context/Context.ts'
import { resourceNotFound } from '../context/errors.ts'
import { findValidInvitation } from './findValidInvitation.ts'

/**
 * Returns what a claim page shows before the claim, as JSON.
 * @throws PolarError if the invitation must not be shown.
 */
export function getClaimInfo(context: Context, token: string): string {
  const invitation = findValidInvitation(context, token)
  if (!invitation) throw resourceNotFound('Invalid or expired invitation token')
  const { seat, source } = invitation
  if (stateMarks.has(context.database, source.id, 'without_product')) {
    throw resourceNotFound('Seat has no subscription or order')
  }
  checkFeature(source)
  if (stateMarks.has(context.database, source.organization_id, 'blocked'))
    throw resourceNotFound('Organization not found')
  const member =
    seat.email === null && seat.member_id !== null ? members.byId(context.database, seat.member_id) : undefined
  const customer = seat.customer_id === null ? undefined : customers.byId(context.database, seat.customer_id)
  return JSON.stringify({
    product_name: source.product_name,
    product_id: source.product_id,
    organization_name: source.organization_name,
    organization_slug: source.organization_slug,
    customer_email: seat.email ?? member?.email ?? customer?.email ?? '',
    can_claim: true,
  })
}
