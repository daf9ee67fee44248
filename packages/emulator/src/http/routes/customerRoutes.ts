import type { Hono } from 'hono'
import { grantView } from '../../benefits/grantView.ts'
import type { Context } from '../../domain/context/Context.ts'
import { resourceNotFound } from '../../domain/context/errors.ts'
import { runRule } from '../../domain/context/RuleContext.ts'
import { deleteCustomer } from '../../members/deleteCustomer.ts'
import { findCustomer, type CustomerKey } from '../../members/createMember.ts'
import { benefitGrants } from '../../storage/benefits/benefitGrants.ts'
import { customerStateJson } from '../../subscriptions/views/customerStateJson.ts'
import { boolean, text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { requireOrganization } from '../layers/authorize.ts'
import type { Env } from '../answers/Env.ts'
import { Filters, isAmong } from '../input/Filters.ts'
import { pageJson } from '../input/listJson.ts'
import { sorted } from '../input/sorted.ts'
import { pathParameter, segmentOf } from '../input/parameters.ts'
import { reply } from '../answers/reply.ts'
import type { Subject } from '../answers/Subject.ts'

/** Adds routes for an organization's token: a customer's state, the list of benefit grants, and deleting a customer. */
export function customerRoutes(api: Hono<Env>, context: Context): void {
  const { database } = context
  // `key` is a function, because the real server checks the id after the caller.
  const stateOf = (subject: Subject, key: () => CustomerKey) => {
    const { organizationId } = requireOrganization(subject, 'customers:read', 'customers:write')
    const customer = findCustomer(database, organizationId, key())
    if (!customer) throw resourceNotFound('Not found')
    return customerStateJson(database, customer)
  }

  api.get('/v1/customers/external/:external_id/state', (c) => {
    const body = stateOf(c.env.subject, () => ({ externalId: segmentOf(c.env.path, 2) }))
    return reply(c.env, { status: 200, body })
  })
  api.get('/v1/customers/:id/state', (c) => {
    const key = () => ({ id: pathParameter({ name: 'id', value: segmentOf(c.env.path, 1), check: uuid4 }) })
    return reply(c.env, { status: 200, body: stateOf(c.env.subject, key) })
  })

  api.get('/v1/benefit-grants/', (c) => {
    const { organizationId } = requireOrganization(c.env.subject, 'benefits:read', 'benefits:write')
    const query = new Filters(c.env.request.url)
    const sorting = query.sorting(
      ['created_at', 'granted_at', 'revoked_at'],
      [{ by: 'created_at', isDescending: true }],
    )
    const organizations = query.readAll('organization_id', uuid4)
    const customerIds = query.readAll('customer_id', uuid4)
    const externalIds = query.readAll('external_customer_id', text, 'str')
    const isGranted = query.readLast('is_granted', boolean)
    const page = query.page()
    const found = benefitGrants
      .ofOrganization(database, organizationId)
      .filter(
        (grant) =>
          isAmong(organizationId, organizations) &&
          isAmong(grant.customer_id, customerIds) &&
          isAmong(grant.customer_external_id, externalIds) &&
          (isGranted === undefined || isGranted === (grant.granted_at !== null)),
      )
    return reply(c.env, {
      status: 200,
      body: pageJson(
        sorted(found, sorting, (grant, by) => grant[by]),
        page,
        (grant) => grantView(database, grant),
      ),
    })
  })

  const remove = (subject: Subject, url: string, key: () => CustomerKey) => {
    const { organizationId } = requireOrganization(subject, 'customers:write')
    const customerKey = key()
    const query = new Filters(url)
    const anonymize = query.readLast('anonymize', boolean) === true
    query.check()
    runRule(context, (ruleContext) => {
      const customer = findCustomer(database, organizationId, customerKey)
      if (!customer) throw resourceNotFound('Not found')
      deleteCustomer(ruleContext, customer, { anonymize })
    })
  }
  api.delete('/v1/customers/external/:external_id', (c) => {
    remove(c.env.subject, c.env.request.url, () => ({ externalId: segmentOf(c.env.path, 2) }))
    return reply(c.env, { status: 204, body: null })
  })
  api.delete('/v1/customers/:id', (c) => {
    const key = () => ({ id: pathParameter({ name: 'id', value: segmentOf(c.env.path, 1), check: uuid4 }) })
    remove(c.env.subject, c.env.request.url, key)
    return reply(c.env, { status: 204, body: null })
  })
}
