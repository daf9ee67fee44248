import type { Hono } from 'hono'
import type { Context } from '../../domain/context/Context.ts'
import { resourceNotFound } from '../../domain/context/errors.ts'
import { runRule } from '../../domain/context/RuleContext.ts'
import { organizationView } from '../../domain/views/organizationView.ts'
import { organizationUpdate } from '../../organizations/organizationUpdate.ts'
import { updateOrganization } from '../../organizations/updateOrganization.ts'
import { organizations } from '../../storage/people/organizations.ts'
import { text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import type { Env } from '../answers/Env.ts'
import { reply } from '../answers/reply.ts'
import type { OrganizationSubject } from '../answers/Subject.ts'
import { Filters } from '../input/Filters.ts'
import { pageJson } from '../input/listJson.ts'
import { pathParameter, segmentOf } from '../input/parameters.ts'
import { readBody } from '../input/readBody.ts'
import { validateBody } from '../input/validateBody.ts'
import { requireOrganization } from '../layers/authorize.ts'

const path = '/v1/organizations'
const readScopes = ['organizations:read', 'organizations:write']

/** Adds the routes of the token's own organization. */
export function organizationSettingsRoutes(api: Hono<Env>, context: Context): void {
  const { database } = context
  const requireOwnOrganization = ({ organizationId }: OrganizationSubject, requestPath: string) => {
    const id = pathParameter({ name: 'id', value: segmentOf(requestPath, 1), check: uuid4 })
    const organization = id === organizationId ? organizations.byId(database, id) : undefined
    if (!organization) throw resourceNotFound('Not found')
    return organization
  }

  api.get(`${path}/`, (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...readScopes)
    const query = new Filters(c.env.request.url)
    const slug = query.readLast('slug', text)
    const page = query.page()
    const organization = organizations.byId(database, organizationId)
    const found = organization && (slug === undefined || slug === organization.slug) ? [organization] : []
    return reply(c.env, { status: 200, body: pageJson(found, page, organizationView) })
  })

  api.get(`${path}/:id`, (c) => {
    const organization = requireOwnOrganization(requireOrganization(c.env.subject, ...readScopes), c.env.path)
    return reply(c.env, { status: 200, body: JSON.stringify(organizationView(organization)) })
  })

  api.patch(`${path}/:id`, async (c) => {
    const value = await readBody(c.env.request)
    // The real server looks for the organization before it validates the body.
    const organization = requireOwnOrganization(requireOrganization(c.env.subject, 'organizations:write'), c.env.path)
    const update = validateBody(value, organizationUpdate)
    const changed = runRule(context, (ruleContext) => updateOrganization(ruleContext, organization, update))
    return reply(c.env, { status: 200, body: JSON.stringify(organizationView(changed)) })
  })
}
