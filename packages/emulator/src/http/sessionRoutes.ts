import type { Hono } from 'hono'
import type { Context as Rules } from '../domain/Context.ts'
import { createCustomerSession } from '../domain/createCustomerSession.ts'
import { sessionCreate } from '../validation/sessionCreate.ts'
import { requireOrganization } from './authorize.ts'
import type { Env } from './Env.ts'
import { json } from './json.ts'
import { readBody } from './readBody.ts'
import { validateBody } from './validateBody.ts'

/** Customer sessions; unlike the others its path ends in a slash. */
export function sessionRoutes(api: Hono<Env>, rules: Rules): void {
  api.post('/v1/customer-sessions/', async (c) => {
    const body = await readBody(c)
    const { organizationId } = requireOrganization(c.var.subject, 'customer_sessions:write')
    const create = validateBody(body, sessionCreate)
    return json(
      201,
      rules.database.transaction(() => createCustomerSession(rules, organizationId, create)),
    )
  })
}
