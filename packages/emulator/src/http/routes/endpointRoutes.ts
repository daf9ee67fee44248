import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Hono } from 'hono'
import { formatTime } from '../../clock/formatTime.ts'
import { formatTimeOrNull } from '../../clock/formatTimeOrNull.ts'
import type { Context } from '../../domain/context/Context.ts'
import { resourceNotFound } from '../../domain/context/errors.ts'
import { brokenField } from '../../subscriptions/state/errors.ts'
import { endpoints, newSecret, type EndpointRow } from '../../storage/webhooks/endpoints.ts'
import { uuid4 } from '../../validation/python/pydantic/checks.ts'
import { endpointCreate, endpointUpdate } from '../../webhooks/delivery/endpointBodies.ts'
import { requireOrganization } from '../layers/authorize.ts'
import type { Env } from '../answers/Env.ts'
import { Filters, isAmong } from '../input/Filters.ts'
import { pageJson } from '../input/listJson.ts'
import { pathParameter, segmentOf } from '../input/parameters.ts'
import { readBody } from '../input/readBody.ts'
import { reply } from '../answers/reply.ts'
import { validateBody, validateCall } from '../input/validateBody.ts'

const path = '/v1/webhooks/endpoints'
const readScopes = ['webhooks:read', 'webhooks:write']
const writeScopes = ['webhooks:write']

const view = (endpoint: EndpointRow) => ({
  created_at: formatTime(endpoint.created_at),
  modified_at: formatTimeOrNull(endpoint.modified_at),
  id: endpoint.id,
  url: endpoint.url,
  name: endpoint.name,
  format: endpoint.format,
  secret: endpoint.secret,
  organization_id: endpoint.organization_id,
  events: JSON.parse(endpoint.events ?? '[]') as string[],
  enabled: endpoint.enabled === 1,
})

/** Adds the routes of an organization's webhook endpoints. */
export function endpointRoutes(api: Hono<Env>, { database, clock }: Context): void {
  const idParameter = (requestPath: string) => ({ name: 'id', value: segmentOf(requestPath, 2), check: uuid4 })
  const find = (organizationId: string, id: string) => {
    const endpoint = endpoints.byId(database, id)
    if (endpoint?.organization_id !== organizationId) throw resourceNotFound('Not found')
    return endpoint
  }
  const save = (endpoint: EndpointRow, changes: Partial<EndpointRow>) => {
    const changed = { ...endpoint, ...changes }
    if (isDeepStrictEqual(changed, { ...endpoint })) return JSON.stringify(view(endpoint))
    changed.modified_at = clock.now()
    endpoints.update(database, changed)
    return JSON.stringify(view(changed))
  }

  api.get(path, (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...readScopes)
    const query = new Filters(c.env.request.url)
    const organizations = query.readAll('organization_id', uuid4)
    const page = query.page()
    const found = isAmong(organizationId, organizations) ? endpoints.ofOrganization(database, organizationId) : []
    return reply(c.env, { status: 200, body: pageJson(found, page, view) })
  })

  api.get(`${path}/:id`, (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...readScopes)
    return reply(c.env, {
      status: 200,
      body: JSON.stringify(view(find(organizationId, pathParameter(idParameter(c.env.path))))),
    })
  })

  api.post(path, async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, ...writeScopes)
    const { url, name, secret, format, events, organization_id } = validateBody(value, endpointCreate)
    if (organization_id !== null) {
      const msg = 'Setting organization_id is disallowed when using an organization token.'
      throw brokenField('organization_id', msg, organization_id, 'organization_token')
    }
    const endpoint = endpoints.insert(database, {
      id: randomUUID(),
      organization_id: organizationId,
      url,
      name,
      format,
      secret: secret ?? newSecret(),
      events: JSON.stringify(events),
      created_at: clock.now(),
    })
    return reply(c.env, { status: 201, body: JSON.stringify(view(endpoint)) })
  })

  api.patch(`${path}/:id`, async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, ...writeScopes)
    const { id, body } = validateCall(idParameter(c.env.path), value, endpointUpdate)
    const endpoint = find(organizationId, id)
    const changed = {
      url: body.url ?? endpoint.url,
      name: body.name ?? endpoint.name,
      format: body.format ?? endpoint.format,
      secret: body.secret ?? endpoint.secret,
      events: body.events === null ? endpoint.events : JSON.stringify(body.events),
      enabled: body.enabled === null ? endpoint.enabled : Number(body.enabled),
    }
    return reply(c.env, { status: 200, body: save(endpoint, changed) })
  })

  api.patch(`${path}/:id/secret`, (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...writeScopes)
    const endpoint = find(organizationId, pathParameter(idParameter(c.env.path)))
    return reply(c.env, { status: 200, body: save(endpoint, { secret: newSecret() }) })
  })

  api.delete(`${path}/:id`, (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...writeScopes)
    const { id } = find(organizationId, pathParameter(idParameter(c.env.path)))
    database.transaction(() => endpoints.remove(database, id))
    return reply(c.env, { status: 204, body: null })
  })
}
