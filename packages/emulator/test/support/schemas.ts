import * as errors from '../../src/openapi/errorSchemas.ts'
import * as seats from '../../src/openapi/seatSchemas.ts'
import { closedObject, time } from '../../src/openapi/shapes.ts'
import * as billing from '../../src/openapi/subscriptionSchemas.ts'

const event = (data: object, ...types: string[]) =>
  closedObject({ type: { enum: types }, timestamp: time, data: { ...data } })

/** Schemas of answers, errors and webhooks, by the names that `checkSchema` accepts. */
export const schemas = {
  seat: seats.seat,
  roster: seats.roster,
  claimInfo: seats.claimInfo,
  claim: seats.claim,
  session: seats.session,
  subscription: billing.subscription,
  ...errors,
  webhook: {
    anyOf: [
      event(seats.seat, 'customer_seat.assigned', 'customer_seat.claimed', 'customer_seat.revoked'),
      event(seats.member, 'member.created', 'member.updated', 'member.deleted'),
      event(billing.order, 'order.created', 'order.updated', 'order.paid'),
      event(billing.customerState, 'customer.state_changed'),
      event(
        billing.subscription,
        ...['active', 'canceled', 'cycled', 'past_due', 'paused', 'resumed', 'revoked', 'uncanceled', 'updated'].map(
          (name) => `subscription.${name}`,
        ),
      ),
    ],
  },
}

export type SchemaName = keyof typeof schemas
