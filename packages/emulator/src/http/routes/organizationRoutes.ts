import type { Hono } from 'hono'
import type { Context } from '../../domain/context/Context.ts'
import { createCustomerSession } from '../../domain/sessions/createCustomerSession.ts'
import { seatAssign } from '../../validation/bodies/bodies.ts'
import { sessionCreate } from '../../validation/bodies/sessionCreate.ts'
import { requireOrganization } from '../layers/authorize.ts'
import type { Env } from '../answers/Env.ts'
import { readBody } from '../input/readBody.ts'
import { reply } from '../answers/reply.ts'
import { assignRoute, listRoute, seatRoutes, type RosterVariant } from './rosterRoutes.ts'
import { validateBody } from '../input/validateBody.ts'

const variant: RosterVariant = {
  path: '/v1/customer-seats',
  requireReader: (subject) => requireOrganization(subject, 'customer_seats:read'),
  requireWriter: (subject) => requireOrganization(subject, 'customer_seats:write'),
  assignBody: seatAssign,
}

/**
 * Adds the seat routes and the route of customer sessions, for an organization's token. The seat routes have the real
 * server's order, because a 405 names the method of the first matching route.
 */
export function organizationRoutes(api: Hono<Env>, context: Context): void {
  assignRoute(api, context, variant)
  listRoute(api, context, variant)
  seatRoutes(api, context, variant)

  api.post('/v1/customer-sessions/', async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, 'customer_sessions:write')
    const create = validateBody(value, sessionCreate)
    const body = context.database.transaction(() => createCustomerSession(context, organizationId, create))
    return reply(c.env, { status: 201, body })
  })
}
