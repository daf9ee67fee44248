import type { Hono } from 'hono'
import type { Context as Rules } from '../domain/Context.ts'
import { resourceNotFound } from '../domain/errors.ts'
import { findCustomer, type CustomerKey } from '../members/createMember.ts'
import { customerStateJson } from '../subscriptions/customerStateJson.ts'
import { boolean, uuid4 } from '../validation/checks.ts'
import { Failure, issue } from '../validation/Failure.ts'
import { requireOrganization } from './authorize.ts'
import type { Env } from './Env.ts'
import { listJson } from './listJson.ts'
import { pageOf, pathParameter, queryOf, segmentOf } from './parameters.ts'
import { reply } from './reply.ts'
import type { Subject } from './Subject.ts'

/** What an organization may know of a customer's life: the payer's state, and benefit grants. */
export function customerRoutes(api: Hono<Env>, { database }: Rules): void {
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
    const id = () => ({ id: pathParameter({ name: 'id', value: segmentOf(c.env.path, 1), check: uuid4 }) })
    return reply(c.env, { status: 200, body: stateOf(c.env.subject, id) })
  })

  // Products of the emulator have no benefits, so nobody has a grant of one.
  api.get('/v1/benefit-grants/', (c) => {
    requireOrganization(c.env.subject, 'benefits:read', 'benefits:write')
    const query = queryOf(c.env.request.url)
    const checks = [
      { name: 'customer_id', check: uuid4 },
      { name: 'is_granted', check: boolean },
    ]
    const issues = checks.flatMap(({ name, check }) => {
      const value = query.get(name)
      const result = value === undefined ? null : check(value)
      return result instanceof Failure ? [issue(['query', name], result)] : []
    })
    const page = pageOf(query, issues)
    return reply(c.env, { status: 200, body: listJson([], 0, page) })
  })
}
