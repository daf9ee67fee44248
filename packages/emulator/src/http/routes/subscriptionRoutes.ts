import type { Hono } from 'hono'
import type { Context } from '../../domain/context/Context.ts'
import { runRule } from '../../domain/context/RuleContext.ts'
import { subscriptionCreate } from '../../subscriptions/bodies/subscriptionCreate.ts'
import { createSubscription } from '../../subscriptions/changes/createSubscription.ts'
import { changeSubscription } from '../../subscriptions/changes/changeSubscription.ts'
import { cancelSubscription } from '../../subscriptions/changes/cancelSubscription.ts'
import { loadSubscription, subscriptionOf, type SubscriptionOwner } from '../../subscriptions/state/loadSubscription.ts'
import { notUnitBased } from '../../subscriptions/state/errors.ts'
import { checkNotEnding } from '../../subscriptions/state/checkSeatCount.ts'
import {
  portalCancel,
  portalUpdate,
  checkPortalPreview,
  revokeInPortal,
} from '../../subscriptions/calls/portalUpdate.ts'
import { cancelPreview } from '../../subscriptions/views/cancelPreview.ts'
import { previewCharge, previewProduct, previewSeats } from '../../subscriptions/calls/previewSubscription.ts'
import type { Subscription } from '../../subscriptions/state/Subscription.ts'
import { portalSubscriptionView, subscriptionJson } from '../../subscriptions/views/subscriptionJson.ts'
import {
  portalRevoke,
  portalSubscriptionPreview,
  portalSubscriptionUpdate,
  subscriptionPreview,
  subscriptionUpdate,
  type SubscriptionPreview,
  type SubscriptionUpdate,
} from '../../subscriptions/bodies/updateBodies.ts'
import { updateSubscription } from '../../subscriptions/changes/updateSubscription.ts'
import { boolean, text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import type { BodyCheck } from '../../validation/python/pydantic/model.ts'
import { requireBilling, requireOrganization, requirePortal } from '../layers/authorize.ts'
import type { Env } from '../answers/Env.ts'
import { Filters } from '../input/Filters.ts'
import { pageJson } from '../input/listJson.ts'
import { pathParameter, segmentOf } from '../input/parameters.ts'
import { sorted } from '../input/sorted.ts'
import { readBody } from '../input/readBody.ts'
import { reply } from '../answers/reply.ts'
import type { Subject } from '../answers/Subject.ts'
import { subscriptionListRoute } from './subscriptionListRoute.ts'
import { validateBody, validateCall } from '../input/validateBody.ts'
import { listSubscriptions } from '../../subscriptions/calls/listSubscriptions.ts'

type Change = Parameters<typeof changeSubscription>[2]

/**
 * One of the two variants of the operations on a subscription: for an organization's token, or for a session in the
 * portal.
 */
interface Variant {
  path: string
  /** The place of the id in the path, counted from 0 after `/v1/`. */
  idAt: number
  requireReader: (subject: Subject) => SubscriptionOwner
  requireWriter: (subject: Subject) => SubscriptionOwner
  show: (context: Context, subscription: Subscription) => string
  updateBody: (now: () => number) => BodyCheck<SubscriptionUpdate>
  update: (update: SubscriptionUpdate) => Change
  remove: Change
  previewBody: BodyCheck<SubscriptionPreview>
  /** True if the new product must be public, which means that customers may choose it. */
  mustBePublic: boolean
  /** @throws PolarError if the preview is not allowed. */
  checkPreview: (subscription: Subscription, preview: SubscriptionPreview) => void
}

const organizationVariant: Variant = {
  path: '/v1/subscriptions',
  idAt: 1,
  requireReader: (subject) => requireOrganization(subject, 'subscriptions:read', 'subscriptions:write'),
  requireWriter: (subject) => requireOrganization(subject, 'subscriptions:write'),
  show: ({ database }, subscription) => subscriptionJson(database, subscription),
  updateBody: subscriptionUpdate,
  update: updateSubscription,
  remove: (ruleContext, subscription) =>
    cancelSubscription(ruleContext, subscription, { reason: null, comment: null, immediately: true }),
  previewBody: subscriptionPreview,
  mustBePublic: false,
  checkPreview: () => {},
}

const portalVariant: Variant = {
  path: '/v1/customer-portal/subscriptions',
  idAt: 2,
  requireReader: requirePortal,
  requireWriter: requireBilling,
  show: ({ database }, subscription) => JSON.stringify(portalSubscriptionView(database, subscription)),
  updateBody: portalSubscriptionUpdate,
  update: portalUpdate,
  remove: portalCancel,
  previewBody: portalSubscriptionPreview,
  mustBePublic: true,
  checkPreview: checkPortalPreview,
}

export function organizationSubscriptionRoutes(api: Hono<Env>, context: Context): void {
  subscriptionListRoute(api, context)
  api.post('/v1/subscriptions/', async (c) => {
    const value = await readBody(c.env.request)
    const { organizationId } = requireOrganization(c.env.subject, 'subscriptions:write')
    const create = validateBody(value, subscriptionCreate)
    const subscription = runRule(context, (ruleContext) => createSubscription(ruleContext, organizationId, create))
    return reply(c.env, { status: 201, body: organizationVariant.show(context, subscription) })
  })
  readRoutes(api, context, organizationVariant)
  changeRoutes(api, context, organizationVariant)
}

const criteria = ['started_at', 'amount', 'status', 'organization', 'product'] as const

export function portalSubscriptionRoutes(api: Hono<Env>, context: Context): void {
  const { path, idAt } = portalVariant
  api.get(`${path}/`, (c) => {
    const { customerId } = requirePortal(c.env.subject)
    const query = new Filters(c.env.request.url)
    const sorting = query.sorting(criteria, [{ by: 'started_at', isDescending: true }])
    const filter = {
      productIds: query.readAll('product_id', uuid4),
      isActive: query.readLast('active', boolean),
      name: query.readLast('query', text),
    }
    const page = query.page()
    const found = sorted(listSubscriptions(context.database, customerId, filter), sorting, (row, by) => row[by])
    const body = pageJson(found, page, (row) =>
      portalSubscriptionView(context.database, subscriptionOf(context.database, row)),
    )
    return reply(c.env, { status: 200, body })
  })
  readRoutes(api, context, portalVariant)
  changeRoutes(api, context, portalVariant)
  api.post(`${path}/:id/revoke`, async (c) => {
    const value = await readBody(c.env.request)
    const owner = requireBilling(c.env.subject)
    const parameter = { name: 'id', value: segmentOf(c.env.path, idAt), check: uuid4 }
    const { id, body: reasons } = validateCall(parameter, value, portalRevoke)
    const show = (subscription: Subscription) => portalVariant.show(context, subscription)
    const body = changeSubscription(context, { owner, id }, revokeInPortal(reasons), show)
    return reply(c.env, { status: 200, body })
  })
}

function readRoutes(api: Hono<Env>, context: Context, { path, idAt, requireReader, show }: Variant): void {
  const views = [
    { path: `${path}/:id`, view: (subscription: Subscription) => show(context, subscription) },
    {
      path: `${path}/:id/charge-preview`,
      view: (subscription: Subscription) => JSON.stringify(previewCharge({ database: context.database, subscription })),
    },
    {
      path: `${path}/:id/cancel-preview`,
      view: (subscription: Subscription) => JSON.stringify(cancelPreview(context.database, subscription)),
    },
  ]
  for (const { path: route, view } of views) {
    api.get(route, (c) => {
      const owner = requireReader(c.env.subject)
      const id = pathParameter({ name: 'id', value: segmentOf(c.env.path, idAt), check: uuid4 })
      return reply(c.env, { status: 200, body: view(loadSubscription(context.database, owner, id)) })
    })
  }
}

function changeRoutes(api: Hono<Env>, context: Context, variant: Variant): void {
  const { path, idAt, requireWriter, show, update, remove, previewBody, mustBePublic, checkPreview } = variant
  const updateBody = variant.updateBody(() => context.clock.now())
  const bodyOf = (subscription: Subscription) => show(context, subscription)
  const idParameter = (requestPath: string) => ({ name: 'id', value: segmentOf(requestPath, idAt), check: uuid4 })

  api.post(`${path}/:id/change-preview`, async (c) => {
    const value = await readBody(c.env.request)
    const owner = requireWriter(c.env.subject)
    const { id, body: change } = validateCall(idParameter(c.env.path), value, previewBody)
    const subscription = loadSubscription(context.database, owner, id)
    checkPreview(subscription, change)
    return reply(c.env, { status: 200, body: JSON.stringify(preview(context, subscription, change, mustBePublic)) })
  })

  api.patch(`${path}/:id`, async (c) => {
    const value = await readBody(c.env.request)
    const owner = requireWriter(c.env.subject)
    const { id, body: change } = validateCall(idParameter(c.env.path), value, updateBody)
    return reply(c.env, { status: 200, body: changeSubscription(context, { owner, id }, update(change), bodyOf) })
  })

  api.delete(`${path}/:id`, (c) => {
    const owner = requireWriter(c.env.subject)
    const id = pathParameter(idParameter(c.env.path))
    return reply(c.env, { status: 200, body: changeSubscription(context, { owner, id }, remove, bodyOf) })
  })
}

function preview(
  { database, clock }: Context,
  subscription: Subscription,
  change: SubscriptionPreview,
  mustBePublic: boolean,
) {
  const now = clock.now()
  if (change.kind === 'units') {
    checkNotEnding(subscription)
    throw notUnitBased()
  }
  const behavior = change.proration_behavior
  return change.kind === 'seats'
    ? previewSeats({ database, subscription }, { seats: change.seats, behavior, now })
    : previewProduct({ database, subscription }, { productId: change.product_id, mustBePublic, behavior, now })
}
