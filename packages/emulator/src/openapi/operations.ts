import * as seats from './seatSchemas.ts'
import {
  booleanValue,
  id,
  listOf,
  nullValue,
  nullable,
  oneOf,
  pageOf,
  openObject,
  text,
  integer,
  type Schema,
} from './shapes.ts'
import * as billing from './subscriptionSchemas.ts'

/** The description of a route. */
export interface Operation {
  /** The operation's name in the document. */
  name: string
  summary: string
  /** The status of a success. Default: 200. */
  status?: number
  /** The body of the request. Undefined if there is none. */
  request?: Schema
  /** The answer's body. Undefined if there is none, null if the answer is not JSON. */
  response?: Schema | null
}

const behavior = oneOf('invoice', 'prorate', 'next_period', 'reset')
const seatAssign = openObject({
  subscription_id: nullable(id),
  order_id: nullable(id),
  email: nullable(text),
  external_customer_id: nullable(text),
  customer_id: nullable(id),
  external_member_id: nullable(text),
  member_id: nullable(id),
  metadata: nullable({ type: 'object' }),
  immediate_claim: booleanValue,
})
const change = openObject({
  seats: integer,
  proration_behavior: nullable(behavior),
  product_id: nullable(id),
  discount_id: nullable(id),
  trial_end: nullable(text),
  metadata: { type: 'object' },
  current_billing_period_end: text,
  cancel_at_period_end: booleanValue,
  customer_cancellation_reason: nullable(text),
  customer_cancellation_comment: nullable(text),
  revoke: { const: true },
  pause_at_period_end: booleanValue,
  resumes_at: nullable(text),
  resume: { const: true },
  pending_update: nullValue,
})
const portalChange = openObject({
  seats: integer,
  product_id: id,
  cancel_at_period_end: nullable(booleanValue),
  cancellation_reason: nullable(text),
  cancellation_comment: nullable(text),
  pause_at_period_end: booleanValue,
  resumes_at: nullable(text),
  resume: { const: true },
  pending_update: nullValue,
})
const memberCreate = openObject(
  { email: text, name: nullable(text), external_id: nullable(text), role: oneOf('member', 'billing_manager') },
  ['email'],
)
const customerFields = {
  email: nullable(text),
  name: nullable(text),
  external_id: nullable(text),
  type: nullable(oneOf('individual', 'team')),
  metadata: { type: 'object' },
}
const memberUpdate = openObject({ name: nullable(text), email: nullable(text), role: nullable(seats.role) })
const endpoint = openObject({
  url: text,
  name: nullable(text),
  secret: nullable(text),
  format: oneOf('raw', 'discord', 'slack'),
  events: listOf(text),
  enabled: nullable(booleanValue),
})

const roster = (prefix: string, path: string): Record<string, Operation> => ({
  [`GET ${path}`]: { name: `${prefix}listSeats`, summary: 'Lists the seats of a source', response: seats.roster },
  [`POST ${path}`]: {
    name: `${prefix}assignSeat`,
    summary: 'Gives a free seat to somebody',
    request: seatAssign,
    response: seats.seat,
  },
  [`DELETE ${path}/:seat_id`]: { name: `${prefix}revokeSeat`, summary: 'Takes a seat back', response: seats.seat },
  [`POST ${path}/:seat_id/resend`]: {
    name: `${prefix}resendInvitation`,
    summary: 'Sends an invitation once more',
    response: seats.seat,
  },
})

const subscription = (
  prefix: string,
  { path, body, view }: { path: string; body: Schema; view: Schema },
): Record<string, Operation> => ({
  [`GET ${path}/:id`]: { name: `${prefix}getSubscription`, summary: 'Returns a subscription', response: view },
  [`PATCH ${path}/:id`]: {
    name: `${prefix}updateSubscription`,
    summary: 'Changes a subscription',
    request: body,
    response: view,
  },
  [`DELETE ${path}/:id`]: { name: `${prefix}endSubscription`, summary: 'Ends a subscription', response: view },
  [`GET ${path}/:id/charge-preview`]: {
    name: `${prefix}previewCharge`,
    summary: 'Returns the next charge',
    response: billing.preview,
  },
  [`GET ${path}/:id/cancel-preview`]: {
    name: `${prefix}previewCancel`,
    summary: 'Returns the payment that ending the subscription now would cancel',
    response: billing.cancelPreview,
  },
  [`POST ${path}/:id/change-preview`]: {
    name: `${prefix}previewChange`,
    summary: 'Returns what a change would cost',
    request: openObject({ seats: integer, product_id: id, proration_behavior: nullable(behavior) }),
    response: billing.preview,
  },
})

const oneMember = (prefix: string, path: string): Record<string, Operation> => ({
  [`GET ${path}`]: { name: `${prefix}getMember`, summary: 'Returns a member', response: seats.member },
  [`PATCH ${path}`]: {
    name: `${prefix}updateMember`,
    summary: 'Changes a member',
    request: memberUpdate,
    response: seats.member,
  },
  [`DELETE ${path}`]: { name: `${prefix}deleteMember`, summary: 'Removes a member and their seats', status: 204 },
})

const createMember = (name: string, path: string): Record<string, Operation> => ({
  [`POST ${path}`]: {
    name,
    summary: 'Adds a member to a team',
    status: 201,
    request: memberCreate,
    response: seats.member,
  },
})

/** Every route of the API, by method and path. */
export const operations: Readonly<Record<string, Operation>> = {
  ...roster('', '/v1/customer-seats'),
  'GET /v1/customer-seats/claim/:invitation_token': {
    name: 'getClaimInfo',
    summary: 'Returns what an invitation is for',
    response: seats.claimInfo,
  },
  'GET /v1/customer-seats/claim/:invitation_token/stream': {
    name: 'claimStream',
    summary: 'Tells of claims, as server-sent events',
    response: null,
  },
  'POST /v1/customer-seats/claim': {
    name: 'claimSeat',
    summary: 'Accepts an invitation',
    request: openObject({ invitation_token: text }, ['invitation_token']),
    response: seats.claim,
  },
  'POST /v1/customer-sessions/': {
    name: 'createCustomerSession',
    summary: 'Opens a session in the portal',
    status: 201,
    request: openObject({
      customer_id: id,
      external_customer_id: text,
      member_id: nullable(id),
      external_member_id: nullable(text),
      return_url: nullable(text),
    }),
    response: seats.session,
  },
  'GET /v1/subscriptions/': {
    name: 'listSubscriptions',
    summary: "Lists the organization's subscriptions",
    response: pageOf(billing.subscription),
  },
  'POST /v1/subscriptions/': {
    name: 'createSubscription',
    summary: 'Subscribes a customer to a free product',
    status: 201,
    request: openObject({ product_id: id, customer_id: id, external_customer_id: text, metadata: { type: 'object' } }, [
      'product_id',
    ]),
    response: billing.subscription,
  },
  ...subscription('', { path: '/v1/subscriptions', body: change, view: billing.subscription }),
  'GET /v1/members/': { name: 'listMembers', summary: 'Lists members', response: pageOf(seats.member) },
  'GET /v1/customers/:id/members': {
    name: 'listCustomerMembers',
    summary: "Lists a customer's members",
    response: pageOf(seats.member),
  },
  'GET /v1/customers/external/:external_id/members': {
    name: 'listCustomerMembersByExternalId',
    summary: "Lists a customer's members",
    response: pageOf(seats.member),
  },
  ...createMember('createMember', '/v1/customers/:id/members'),
  ...createMember('createMemberByExternalId', '/v1/customers/external/:external_id/members'),
  ...createMember('deprecatedCreateMember', '/v1/members/'),
  ...oneMember('', '/v1/customers/:id/members/:member_id'),
  ...oneMember('external.', '/v1/customers/external/:external_id/members/:member_external_id'),
  ...oneMember('deprecated.', '/v1/members/:id'),
  ...oneMember('deprecatedExternal.', '/v1/members/external/:external_id'),
  'GET /v1/customers/:id/state': {
    name: 'getCustomerState',
    summary: "Returns a customer's state",
    response: billing.customerState,
  },
  'GET /v1/customers/external/:external_id/state': {
    name: 'getCustomerStateByExternalId',
    summary: "Returns a customer's state",
    response: billing.customerState,
  },
  'GET /v1/customers/': { name: 'listCustomers', summary: 'Lists customers', response: pageOf(seats.customer) },
  'POST /v1/customers/': {
    name: 'createCustomer',
    summary: 'Adds a customer',
    status: 201,
    request: openObject({
      ...customerFields,
      organization_id: nullable(id),
      owner: nullable(openObject({ email: text, name: nullable(text), external_id: nullable(text) }, ['email'])),
    }),
    response: seats.customer,
  },
  'GET /v1/customers/:id': { name: 'getCustomer', summary: 'Returns a customer', response: seats.customer },
  'GET /v1/customers/external/:external_id': {
    name: 'getCustomerByExternalId',
    summary: 'Returns a customer',
    response: seats.customer,
  },
  'PATCH /v1/customers/:id': {
    name: 'updateCustomer',
    summary: 'Changes a customer',
    request: openObject(customerFields),
    response: seats.customer,
  },
  'PATCH /v1/customers/external/:external_id': {
    name: 'updateCustomerByExternalId',
    summary: 'Changes a customer',
    request: openObject(customerFields),
    response: seats.customer,
  },
  'DELETE /v1/customers/:id': { name: 'deleteCustomer', summary: 'Deletes a customer', status: 204 },
  'DELETE /v1/customers/external/:external_id': {
    name: 'deleteCustomerByExternalId',
    summary: 'Deletes a customer',
    status: 204,
  },
  'GET /v1/benefit-grants/': {
    name: 'listBenefitGrants',
    summary: 'Lists benefit grants',
    response: pageOf(billing.grant),
  },
  'GET /v1/webhooks/endpoints': {
    name: 'listWebhookEndpoints',
    summary: 'Lists webhook endpoints',
    response: pageOf(billing.webhookEndpoint),
  },
  'GET /v1/webhooks/endpoints/:id': {
    name: 'getWebhookEndpoint',
    summary: 'Returns a webhook endpoint',
    response: billing.webhookEndpoint,
  },
  'POST /v1/webhooks/endpoints': {
    name: 'createWebhookEndpoint',
    summary: 'Adds a webhook endpoint',
    status: 201,
    request: endpoint,
    response: billing.webhookEndpoint,
  },
  'PATCH /v1/webhooks/endpoints/:id': {
    name: 'updateWebhookEndpoint',
    summary: 'Changes a webhook endpoint',
    request: endpoint,
    response: billing.webhookEndpoint,
  },
  'PATCH /v1/webhooks/endpoints/:id/secret': {
    name: 'resetWebhookSecret',
    summary: 'Gives a webhook endpoint a new secret',
    response: billing.webhookEndpoint,
  },
  'DELETE /v1/webhooks/endpoints/:id': {
    name: 'deleteWebhookEndpoint',
    summary: 'Removes a webhook endpoint',
    status: 204,
  },
  'GET /v1/webhooks/deliveries': {
    name: 'listWebhookDeliveries',
    summary: 'Lists the attempts to deliver webhooks',
    response: pageOf(billing.webhookDelivery),
  },
  'POST /v1/webhooks/events/:id/redeliver': {
    name: 'redeliverWebhookEvent',
    summary: 'Sends a webhook once more',
    status: 202,
    response: nullValue,
  },
  'GET /v1/organizations/': {
    name: 'listOrganizations',
    summary: 'Lists organizations',
    response: pageOf(billing.organization),
  },
  'GET /v1/organizations/:id': {
    name: 'getOrganization',
    summary: 'Returns an organization',
    response: billing.organization,
  },
  'PATCH /v1/organizations/:id': {
    name: 'updateOrganization',
    summary: "Changes an organization's settings",
    request: openObject({
      name: nullable(text),
      feature_settings: nullable(
        openObject({ seat_based_pricing_enabled: booleanValue, member_model_enabled: booleanValue }),
      ),
      subscription_settings: nullable({ type: 'object' }),
      customer_portal_settings: nullable({ type: 'object' }),
    }),
    response: billing.organization,
  },
  ...roster('portal.', '/v1/customer-portal/seats'),
  'GET /v1/customer-portal/seats/subscriptions': {
    name: 'portal.listClaimedSubscriptions',
    summary: 'Lists the subscriptions on which the caller has a seat',
    response: pageOf(billing.portalSubscription),
  },
  'GET /v1/customer-portal/subscriptions/': {
    name: 'portal.listSubscriptions',
    summary: "Lists the customer's subscriptions",
    response: pageOf(billing.portalSubscription),
  },
  ...subscription('portal.', {
    path: '/v1/customer-portal/subscriptions',
    body: portalChange,
    view: billing.portalSubscription,
  }),
  'POST /v1/customer-portal/subscriptions/:id/revoke': {
    name: 'portal.revokeSubscription',
    summary: 'Ends a subscription that is past due and has no grace period',
    request: openObject({ cancellation_reason: nullable(text), cancellation_comment: nullable(text) }),
    response: billing.portalSubscription,
  },
  'GET /v1/customer-portal/members': {
    name: 'portal.listMembers',
    summary: 'Lists the team',
    response: pageOf(seats.portalMember),
  },
  'POST /v1/customer-portal/members': {
    name: 'portal.addMember',
    summary: 'Adds somebody to the team',
    status: 201,
    request: openObject({ email: text, name: nullable(text), role: seats.role }, ['email']),
    response: seats.portalMember,
  },
  'PATCH /v1/customer-portal/members/:id': {
    name: 'portal.updateMember',
    summary: 'Changes a name or a role',
    request: openObject({ name: nullable(text), role: nullable(seats.role) }),
    response: seats.portalMember,
  },
  'DELETE /v1/customer-portal/members/:id': {
    name: 'portal.removeMember',
    summary: 'Takes somebody off the team',
    status: 204,
  },
  'GET /v1/customer-portal/benefit-grants/': {
    name: 'portal.listBenefitGrants',
    summary: 'Lists the benefits of a member or customer',
    response: pageOf(billing.portalGrant),
  },
  'GET /v1/customer-portal/benefit-grants/:id': {
    name: 'portal.getBenefitGrant',
    summary: 'Returns a benefit of a member or customer',
    response: billing.portalGrant,
  },
  'GET /v1/customer-portal/customer-session/introspect': {
    name: 'portal.introspect',
    summary: 'Returns when the session ends',
    response: seats.introspection,
  },
  'GET /v1/customer-portal/customer-session/user': {
    name: 'portal.getUser',
    summary: 'Returns whose session it is',
    response: seats.portalUser,
  },
}
