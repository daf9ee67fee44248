import type { Hono } from 'hono'
import { portalGrantView } from '../../benefits/portalGrantView.ts'
import type { Context } from '../../domain/context/Context.ts'
import { resourceNotFound } from '../../domain/context/errors.ts'
import { benefitGrants, type PortalGrantRow } from '../../storage/benefits/benefitGrants.ts'
import { text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { oneOf } from '../../validation/python/pydantic/choices.ts'
import type { Env } from '../answers/Env.ts'
import { reply } from '../answers/reply.ts'
import type { PortalSubject } from '../answers/Subject.ts'
import { Filters, isAmong } from '../input/Filters.ts'
import { pageJson } from '../input/listJson.ts'
import { pathParameter, segmentOf } from '../input/parameters.ts'
import { sorted } from '../input/sorted.ts'
import { requirePortal } from '../layers/authorize.ts'

const path = '/v1/customer-portal/benefit-grants'
const criteria = ['granted_at', 'type', 'organization', 'product_benefit'] as const
const benefitType = oneOf(
  'custom',
  'discord',
  'github_repository',
  'downloadables',
  'license_keys',
  'meter_credit',
  'feature_flag',
  'slack_shared_channel',
)

/**
 * Adds the portal's routes for benefit grants. A member's session lists the member's benefits. A customer's session
 * lists the benefits of the customer and of all their members.
 */
export function portalGrantRoutes(api: Hono<Env>, { database }: Context): void {
  const readableGrants = ({ memberId, customerId }: PortalSubject) =>
    benefitGrants
      .shownInPortal(database, customerId)
      .filter((grant) => memberId === null || grant.member_id === memberId)

  api.get(`${path}/`, (c) => {
    const subject = requirePortal(c.env.subject)
    const query = new Filters(c.env.request.url)
    const sorting = query.sorting(criteria, [
      { by: 'product_benefit', isDescending: false },
      { by: 'granted_at', isDescending: true },
    ])
    const description = query.readLast('query', text)?.toLowerCase()
    const types = query.readAll('type', benefitType, 'str-enum[BenefitType]')
    const benefitIds = query.readAll('benefit_id', uuid4)
    const checkoutIds = query.readAll('checkout_id', uuid4)
    const orderIds = query.readAll('order_id', uuid4)
    const subscriptionIds = query.readAll('subscription_id', uuid4)
    const memberIds = query.readAll('member_id', uuid4)
    const page = query.page()
    const found = readableGrants(subject).filter(
      (grant) =>
        (description === undefined || grant.description.toLowerCase().includes(description)) &&
        isAmong('custom', types) &&
        isAmong(grant.benefit_id, benefitIds) &&
        isAmong(grant.checkout_id, checkoutIds) &&
        isAmong(grant.source_kind === 'order' ? grant.source_id : null, orderIds) &&
        isAmong(grant.source_kind === 'subscription' ? grant.source_id : null, subscriptionIds) &&
        isAmong(grant.member_id, memberIds),
    )
    const body = pageJson(sorted(found, sorting, sortValue), page, (grant) => portalGrantView(database, grant))
    return reply(c.env, { status: 200, body })
  })

  api.get(`${path}/:id`, (c) => {
    const subject = requirePortal(c.env.subject)
    const grantId = pathParameter({ name: 'id', value: segmentOf(c.env.path, 2), check: uuid4 })
    const grant = readableGrants(subject).find(({ id }) => id === grantId)
    if (!grant) throw resourceNotFound('Not found')
    return reply(c.env, { status: 200, body: JSON.stringify(portalGrantView(database, grant)) })
  })
}

function sortValue(grant: PortalGrantRow, by: (typeof criteria)[number]): string | number | null {
  switch (by) {
    case 'granted_at':
      return grant.granted_at
    case 'product_benefit':
      return grant.position
    default:
      // All benefits have the same type (`custom`), and all benefits of a customer come from the same organization.
      return 0
  }
}
