import type { Hono } from 'hono'
import type { Context } from '../../domain/context/Context.ts'
import { runRule } from '../../domain/context/RuleContext.ts'
import { portalMemberCreate, portalMemberUpdate } from '../../members/memberBodies.ts'
import { portalMemberView } from '../../domain/views/memberView.ts'
import { addTeamMember, removeTeamMember, requireTeam, updateTeamMember } from '../../members/portalMembers.ts'
import { members } from '../../storage/people/members.ts'
import { uuid } from '../../validation/python/pydantic/checks.ts'
import { requireManager } from '../layers/authorize.ts'
import type { Env } from '../answers/Env.ts'
import { pageJson } from '../input/listJson.ts'
import { pageOf, pathParameter, queryOf, segmentOf } from '../input/parameters.ts'
import { readBody } from '../input/readBody.ts'
import { reply } from '../answers/reply.ts'
import { validateBody, validateCall } from '../input/validateBody.ts'

const path = '/v1/customer-portal/members'

/** Adds the portal's routes for the members of a team. Only the owner and billing managers may call these routes. */
export function portalMemberRoutes(api: Hono<Env>, context: Context): void {
  const { database } = context
  const idParameter = (requestPath: string) => ({ name: 'id', value: segmentOf(requestPath, 2), check: uuid })

  api.get(path, (c) => {
    const manager = requireManager(c.env.subject)
    const page = pageOf(queryOf(c.env.request.url))
    requireTeam(database, manager)
    const body = pageJson(members.ofCustomer(database, manager.customerId), page, portalMemberView)
    return reply(c.env, { status: 200, body })
  })

  api.post(path, async (c) => {
    const value = await readBody(c.env.request)
    const manager = requireManager(c.env.subject)
    const create = validateBody(value, portalMemberCreate)
    const member = database.transaction(() => addTeamMember(context, manager, create))
    return reply(c.env, { status: 201, body: JSON.stringify(portalMemberView(member)) })
  })

  api.patch(`${path}/:id`, async (c) => {
    const value = await readBody(c.env.request)
    const manager = requireManager(c.env.subject)
    const { id, body: update } = validateCall(idParameter(c.env.path), value, portalMemberUpdate)
    const member = database.transaction(() => updateTeamMember(context, manager, { id, update }))
    return reply(c.env, { status: 200, body: JSON.stringify(portalMemberView(member)) })
  })

  api.delete(`${path}/:id`, (c) => {
    const manager = requireManager(c.env.subject)
    const id = pathParameter(idParameter(c.env.path))
    runRule(context, (ruleContext) => removeTeamMember(ruleContext, manager, id))
    return reply(c.env, { status: 204, body: null })
  })
}
