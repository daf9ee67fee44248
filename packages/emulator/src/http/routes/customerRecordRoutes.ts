import type { Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../domain/context/Context.ts'
import { resourceNotFound } from '../../domain/context/errors.ts'
import { runRule } from '../../domain/context/RuleContext.ts'
import { customerView } from '../../domain/views/customerView.ts'
import { createCustomer } from '../../members/createCustomer.ts'
import { findCustomer, type CustomerKey } from '../../members/createMember.ts'
import { customerCreate, customerUpdate, customerUpdateByExternalId } from '../../members/customerBodies.ts'
import { updateCustomer } from '../../members/updateCustomer.ts'
import { customers } from '../../storage/people/customers.ts'
import type { CustomerRow } from '../../storage/database/rows.ts'
import { hasMetadata } from '../../validation/bodies/hasMetadata.ts'
import { boolean, text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import type { Env } from '../answers/Env.ts'
import { reply } from '../answers/reply.ts'
import { Filters, isAmong } from '../input/Filters.ts'
import { pageJson } from '../input/listJson.ts'
import { pathParameter, segmentOf } from '../input/parameters.ts'
import { readBody } from '../input/readBody.ts'
import { sorted } from '../input/sorted.ts'
import { validateBody, validateCall } from '../input/validateBody.ts'
import { requireOrganization } from '../layers/authorize.ts'

type RouteContext = HonoContext<Env>
const path = '/v1/customers'
const readScopes = ['customers:read', 'customers:write']

/** Adds the routes that list, add, show and change customers, for an organization's token. */
export function customerRecordRoutes(api: Hono<Env>, context: Context): void {
  const { database } = context
  const find = (organizationId: string, key: CustomerKey): CustomerRow => {
    const customer = findCustomer(database, organizationId, key)
    if (!customer) throw resourceNotFound('Not found')
    return customer
  }
  const idParameter = (c: RouteContext) => ({ name: 'id', value: segmentOf(c.env.path, 1), check: uuid4 })
  const show = (c: RouteContext, customer: CustomerRow, status = 200) =>
    reply(c.env, { status, body: JSON.stringify(customerView(customer)) })

  api.get(`${path}/`, (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...readScopes)
    const query = new Filters(c.env.request.url)
    const sorting = query.sorting(['created_at', 'email', 'name'], [{ by: 'created_at', isDescending: true }])
    const metadata = query.metadata()
    const organizations = query.readAll('organization_id', uuid4)
    const email = query.readLast('email', text)?.toLowerCase()
    const searchText = query.readLast('query', text)?.toLowerCase()
    const isActive = query.readLast('active', boolean)
    const page = query.page()
    const found = customers
      .ofOrganization(database, organizationId)
      .filter(
        (customer) =>
          isAmong(organizationId, organizations) &&
          (email === undefined || customer.email?.toLowerCase() === email) &&
          (searchText === undefined || matches(customer, searchText)) &&
          (isActive === undefined || isActive === (customer.is_active === 1)) &&
          hasMetadata(customer.metadata, metadata),
      )
    const body = pageJson(
      sorted(found, sorting, (customer, by) => customer[by]),
      page,
      customerView,
    )
    return reply(c.env, { status: 200, body })
  })

  api.post(`${path}/`, async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, 'customers:write')
    const create = validateBody(value, customerCreate)
    return show(
      c,
      runRule(context, (ruleContext) => createCustomer(ruleContext, organizationId, create)),
      201,
    )
  })

  api.get(`${path}/:id`, (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...readScopes)
    return show(c, find(organizationId, { id: pathParameter(idParameter(c)) }))
  })

  api.get(`${path}/external/:external_id`, (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...readScopes)
    return show(c, find(organizationId, { externalId: segmentOf(c.env.path, 2) }))
  })

  api.patch(`${path}/:id`, async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, 'customers:write')
    const { id, body } = validateCall(idParameter(c), value, customerUpdate)
    return show(
      c,
      runRule(context, (ruleContext) => updateCustomer(ruleContext, find(organizationId, { id }), body)),
    )
  })

  api.patch(`${path}/external/:external_id`, async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, 'customers:write')
    const update = validateBody(value, customerUpdateByExternalId)
    const key = { externalId: segmentOf(c.env.path, 2) }
    return show(
      c,
      runRule(context, (ruleContext) => updateCustomer(ruleContext, find(organizationId, key), update)),
    )
  })
}

/**
 * Returns whether a text in lower case is in the customer's email or name, or is the beginning of their external id.
 */
const matches = ({ email, name, external_id }: CustomerRow, searchText: string): boolean =>
  [email, name].some((field) => field?.toLowerCase().includes(searchText)) ||
  external_id?.toLowerCase().startsWith(searchText) === true
