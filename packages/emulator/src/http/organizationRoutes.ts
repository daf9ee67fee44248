import type { Hono } from 'hono'
import type { Context as Rules } from '../domain/Context.ts'
import { createCustomerSession } from '../domain/createCustomerSession.ts'
import { seatAssign } from '../validation/bodies.ts'
import { sessionCreate } from '../validation/sessionCreate.ts'
import { requireOrganization } from './authorize.ts'
import type { Env } from './Env.ts'
import { readBody } from './readBody.ts'
import { reply } from './reply.ts'
import { assignRoute, listRoute, seatRoutes, type RosterVariant } from './rosterRoutes.ts'
import { validateBody } from './validateBody.ts'

const variant: RosterVariant = {
  path: '/v1/customer-seats',
  reader: (subject) => requireOrganization(subject, 'customer_seats:read'),
  writer: (subject) => requireOrganization(subject, 'customer_seats:write'),
  assign: seatAssign,
}

/** What an organization's token may do. The order is the real server's: a 405 names the method of the first route. */
export function organizationRoutes(api: Hono<Env>, rules: Rules): void {
  assignRoute(api, rules, variant)
  listRoute(api, rules, variant)
  seatRoutes(api, rules, variant)

  api.post('/v1/customer-sessions/', async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, 'customer_sessions:write')
    const create = validateBody(value, sessionCreate)
    const body = rules.database.transaction(() => createCustomerSession(rules, organizationId, create))
    return reply(c.env, { status: 201, body })
  })
}
