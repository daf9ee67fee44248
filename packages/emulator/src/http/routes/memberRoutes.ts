import type { Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../domain/context/Context.ts'
import { runRule } from '../../domain/context/RuleContext.ts'
import { resourceNotFound } from '../../domain/context/errors.ts'
import { createMember, findCustomer, type CustomerKey } from '../../members/createMember.ts'
import { deprecatedMemberCreate, memberCreate, memberUpdate } from '../../members/memberBodies.ts'
import { memberView } from '../../domain/views/memberView.ts'
import { removeMember } from '../../members/removeMember.ts'
import { updateMember } from '../../members/updateMember.ts'
import { members } from '../../storage/people/members.ts'
import type { MemberRow } from '../../storage/database/rows.ts'
import { text, uuid, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { oneOf } from '../../validation/python/pydantic/choices.ts'
import { Failure, issue } from '../../validation/python/pydantic/Failure.ts'
import { pythonUuid } from '../../validation/python/pydantic/pythonUuid.ts'
import { ValidationError, type Issue } from '../../validation/python/pydantic/ValidationError.ts'
import { requireOrganization } from '../layers/authorize.ts'
import type { Env } from '../answers/Env.ts'
import { Filters } from '../input/Filters.ts'
import { sorted } from '../input/sorted.ts'
import { pageJson } from '../input/listJson.ts'
import { pageOf, pathParameter, queryOf, segmentOf } from '../input/parameters.ts'
import { readBody } from '../input/readBody.ts'
import { reply } from '../answers/reply.ts'
import { validateBody, validateCall } from '../input/validateBody.ts'

type RouteContext = HonoContext<Env>
const readScopes = ['members:read', 'members:write']
const writeScopes = ['members:write']
const anyRole = oneOf('owner', 'billing_manager', 'member')

/** A way in which a path can name a member. */
interface MemberPath {
  path: string
  /** Checks the ids in the path and the query. Returns a function that finds the member. */
  find: (context: Context, c: RouteContext) => (organizationId: string) => MemberRow | undefined
}

const byIds: MemberPath = {
  path: '/v1/customers/:id/members/:member_id',
  find: ({ database }, c) => {
    const issues: Issue[] = []
    const [id, memberId] = [
      { name: 'id', index: 1, check: uuid4 },
      { name: 'member_id', index: 3, check: uuid },
    ].map(({ name, index, check }) => {
      const result = check(segmentOf(c.env.path, index))
      if (result instanceof Failure) issues.push(issue(['path', name], result))
      return String(result)
    })
    if (issues.length > 0) throw new ValidationError(issues)
    return (organizationId) => {
      const customer = findCustomer(database, organizationId, { id: id ?? '' })
      const member = members.byId(database, memberId ?? '')
      return customer && member?.customer_id === customer.id ? member : undefined
    }
  },
}

const byExternalIds: MemberPath = {
  path: '/v1/customers/external/:external_id/members/:member_external_id',
  find:
    ({ database }, c) =>
    (organizationId) => {
      const customer = findCustomer(database, organizationId, { externalId: segmentOf(c.env.path, 2) })
      return customer && members.byExternalId(database, customer.id, segmentOf(c.env.path, 4))
    },
}

/** An older path, which still works. */
const byMemberId: MemberPath = {
  path: '/v1/members/:id',
  find: ({ database }, c) => {
    const id = pathParameter({ name: 'id', value: segmentOf(c.env.path, 1), check: uuid })
    return (organizationId) => {
      const member = members.byId(database, id)
      return member && findCustomer(database, organizationId, { id: member.customer_id }) && member
    }
  },
}

const byMemberExternalId: MemberPath = {
  path: '/v1/members/external/:external_id',
  find: ({ database }, c) => {
    const key = customerOfQuery(queryOf(c.env.request.url))
    return (organizationId) => {
      const customer = findCustomer(database, organizationId, key)
      return customer && members.byExternalId(database, customer.id, segmentOf(c.env.path, 2))
    }
  },
}

/** Adds the routes of members for an organization's token. */
export function memberRoutes(api: Hono<Env>, context: Context): void {
  listRoute(api, context)
  creationRoutes(api, context)
  customerListRoutes(api, context)
  // A route with a fixed part comes before a route that has a parameter in the same place.
  for (const memberPath of [byExternalIds, byIds, byMemberExternalId, byMemberId])
    singleMemberRoutes(api, context, memberPath)
}

function listRoute(api: Hono<Env>, { database }: Context): void {
  api.get('/v1/members/', (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...readScopes)
    const query = new Filters(c.env.request.url)
    const sorting = query.sorting(['created_at'], [{ by: 'created_at', isDescending: true }])
    const customerId = query.readLast('customer_id', text)
    const externalId = query.readLast('external_customer_id', text)
    const role = query.readLast('role', anyRole)
    const page = query.page()
    const id = customerId === undefined ? undefined : pythonUuid(customerId)
    if (customerId !== undefined && id === undefined) throw resourceNotFound('Invalid customer ID format')
    const found = members
      .ofOrganization(database, organizationId)
      .filter(
        (member) =>
          (id === undefined || member.customer_id === id) &&
          (role === undefined || member.role === role) &&
          (externalId === undefined || member.customer_external_id === externalId),
      )
    return reply(c.env, {
      status: 200,
      body: pageJson(
        sorted(found, sorting, (member, by) => member[by]),
        page,
        memberView,
      ),
    })
  })
}

/** Adds the routes that list the members of one customer. Newer clients use these routes. */
function customerListRoutes(api: Hono<Env>, { database }: Context): void {
  const list = (c: RouteContext, key: () => CustomerKey) => {
    const { organizationId } = requireOrganization(c.env.subject, ...readScopes)
    const query = queryOf(c.env.request.url)
    const role = query.get('role')
    const checkedRole = role === undefined ? undefined : anyRole(role)
    const customerKey = key()
    const page = pageOf(query, checkedRole instanceof Failure ? [issue(['query', 'role'], checkedRole)] : [])
    const customer = findCustomer(database, organizationId, customerKey)
    if (!customer) throw resourceNotFound('Customer not found')
    const team = members
      .ofCustomer(database, customer.id)
      .filter((member) => role === undefined || member.role === role)
    return reply(c.env, { status: 200, body: pageJson(team, page, memberView) })
  }
  api.get('/v1/customers/external/:external_id/members', (c) =>
    list(c, () => ({ externalId: segmentOf(c.env.path, 2) })),
  )
  api.get('/v1/customers/:id/members', (c) =>
    list(c, () => ({ id: pathParameter({ name: 'id', value: segmentOf(c.env.path, 1), check: uuid4 }) })),
  )
}

function creationRoutes(api: Hono<Env>, context: Context): void {
  const create = (organizationId: string, customer: CustomerKey, body: Parameters<typeof createMember>[2]) =>
    JSON.stringify(
      memberView(context.database.transaction(() => createMember(context, { organizationId, customer }, body))),
    )
  api.post('/v1/customers/external/:external_id/members', async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, ...writeScopes)
    const body = validateBody(value, memberCreate)
    return reply(c.env, {
      status: 201,
      body: create(organizationId, { externalId: segmentOf(c.env.path, 2) }, body),
    })
  })
  api.post('/v1/customers/:id/members', async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, ...writeScopes)
    const parameter = { name: 'id', value: segmentOf(c.env.path, 1), check: uuid4 }
    const { id, body } = validateCall(parameter, value, memberCreate)
    return reply(c.env, { status: 201, body: create(organizationId, { id }, body) })
  })
  api.post('/v1/members/', async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, ...writeScopes)
    const { customer_id, ...body } = validateBody(value, deprecatedMemberCreate)
    return reply(c.env, { status: 201, body: create(organizationId, { id: customer_id }, body) })
  })
}

function singleMemberRoutes(api: Hono<Env>, context: Context, { path, find }: MemberPath): void {
  const requireMember = (organizationId: string, findMember: ReturnType<typeof find>) => {
    const member = findMember(organizationId)
    if (!member) throw resourceNotFound('Member not found')
    return member
  }
  api.get(path, (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...readScopes)
    const member = requireMember(organizationId, find(context, c))
    return reply(c.env, { status: 200, body: JSON.stringify(memberView(member)) })
  })
  api.patch(path, async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, ...writeScopes)
    const findMember = find(context, c)
    const update = validateBody(value, memberUpdate)
    const updated = context.database.transaction(() =>
      updateMember(context, requireMember(organizationId, findMember), { update, mayReplaceOwner: true }),
    )
    return reply(c.env, { status: 200, body: JSON.stringify(memberView(updated)) })
  })
  api.delete(path, (c) => {
    const { organizationId } = requireOrganization(c.env.subject, ...writeScopes)
    const findMember = find(context, c)
    runRule(context, (ruleContext) => removeMember(ruleContext, requireMember(organizationId, findMember)))
    return reply(c.env, { status: 204, body: null })
  })
}

/**
 * Returns the id of the customer that a query names.
 * @throws ValidationError if the query does not name exactly one customer, or if the id is not a UUID.
 */
function customerOfQuery(query: Map<string, string>): CustomerKey {
  const [id, externalId] = [query.get('customer_id'), query.get('external_customer_id')]
  const refuse = (type: string, msg: string) =>
    new ValidationError([{ type, loc: ['query'], msg, input: null }], 'PolarRequestValidationError')
  const checkedId = id === undefined ? undefined : uuid(id)
  if (checkedId instanceof Failure) throw new ValidationError([issue(['query', 'customer_id'], checkedId)])
  if (checkedId !== undefined && externalId !== undefined) {
    throw refuse('value_error', 'Only one of customer_id or external_customer_id may be provided.')
  }
  if (checkedId !== undefined) return { id: checkedId }
  if (externalId !== undefined) return { externalId }
  throw refuse('missing', 'One of customer_id or external_customer_id must be provided.')
}
