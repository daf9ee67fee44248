import type { ProrationBehavior } from '../../storage/database/rows.ts'
import { boolean, nullable, text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { literalTrue, none, oneOf } from '../../validation/python/pydantic/choices.ts'
import { futureDatetime } from '../../validation/python/pydantic/datetime.ts'
import { Failure, Failures, type DeepCheck } from '../../validation/python/pydantic/Failure.ts'
import { int32 } from '../../validation/python/pydantic/integer.ts'
import { cancellationReason } from '../../validation/bodies/cancellationReason.ts'
import { metadataInput } from '../../validation/bodies/metadataInput.ts'
import { closedModel, model, type BodyCheck } from '../../validation/python/pydantic/model.ts'
import type { Datetime } from '../../validation/python/pydantic/parseDatetime.ts'
import { union } from '../../validation/python/pydantic/union.ts'
import type { Value } from '../../validation/python/json/Value.ts'

interface WithBehavior {
  proration_behavior: ProrationBehavior | null
}
interface Reasons {
  reason: string | null
  comment: string | null
}

/** A change that a PATCH asks for. The bodies of organizations' calls and of portal calls become the same type. */
export type SubscriptionUpdate =
  | ({ kind: 'base'; product_id: string | null; discount_id: string | null | undefined } & WithBehavior & {
        trial_end: Datetime | 'now' | null
        metadata: string | undefined
      })
  | ({ kind: 'seats'; seats: number } & WithBehavior)
  | { kind: 'units'; units: number }
  | { kind: 'period'; current_billing_period_end: Datetime }
  | ({ kind: 'cancel'; cancel_at_period_end: boolean | null } & Reasons)
  | ({ kind: 'revoke' } & Reasons)
  | { kind: 'pause'; pause_at_period_end: boolean; resumes_at: Datetime | null }
  | { kind: 'resume' }
  | { kind: 'clear' }

/** A change that a preview asks for. */
export type SubscriptionPreview =
  | ({ kind: 'product'; product_id: string } & WithBehavior)
  | ({ kind: 'seats'; seats: number } & WithBehavior)
  | { kind: 'units' }

const behavior = { check: nullable(oneOf('invoice', 'prorate', 'next_period', 'reset')), default: null }
const reason = { check: nullable(cancellationReason), default: null }
const comment = { check: nullable(text), default: null }
const seatCount = { seats: { check: int32 } }
const unitCount = { units: { check: int32 } }
const optionalBehavior = { proration_behavior: behavior }
const reasons = { customer_cancellation_reason: reason, customer_cancellation_comment: comment }

/** Returns a check that does the same as `check`, and converts the checked body. */
const mapBody =
  <Body, Output>(check: BodyCheck<Body>, convert: (body: Body, input: Value) => Output): BodyCheck<Output> =>
  (input, loc) => {
    const result = check(input, loc)
    return 'issues' in result ? result : { output: convert(result.output, input) }
  }

const hasField = (input: Value, name: string) => input instanceof Map && input.has(name)
const noBehavior = { proration_behavior: null }

function trialEnd(now: () => number): DeepCheck<Datetime | 'now' | null> {
  const future = futureDatetime(now)
  return (input) => {
    if (input === null || input === 'now') return input
    const instant = future(input)
    if (!(instant instanceof Failure)) return instant
    return new Failures([
      { path: ['datetime'], failure: instant },
      {
        path: ["literal['now']"],
        failure: new Failure('literal_error', "Input should be 'now'", input, { expected: "'now'" }),
      },
    ])
  }
}

const pauseFields = (now: () => number) => ({
  pause_at_period_end: { check: boolean },
  resumes_at: { check: nullable(futureDatetime(now)), default: null },
})

/** Returns the check of bodies of `PATCH /v1/subscriptions/{id}`. `now` returns the emulator's time in microseconds. */
export const subscriptionUpdate = (now: () => number): BodyCheck<SubscriptionUpdate> =>
  union<SubscriptionUpdate>([
    [
      'SubscriptionUpdateBase',
      mapBody(
        closedModel({
          metadata: { check: metadataInput, default: '{}' },
          product_id: { check: nullable(uuid4), default: null },
          proration_behavior: behavior,
          discount_id: { check: nullable(uuid4), default: null },
          trial_end: { check: trialEnd(now), default: null },
        }),
        (body, input) => ({
          kind: 'base',
          ...body,
          discount_id: hasField(input, 'discount_id') ? body.discount_id : undefined,
          metadata: hasField(input, 'metadata') ? body.metadata : undefined,
        }),
      ),
    ],
    [
      'SubscriptionUpdateSeats',
      mapBody(closedModel({ ...seatCount, ...optionalBehavior }), (body) => ({ kind: 'seats', ...body })),
    ],
    [
      'SubscriptionUpdateUnits',
      mapBody(closedModel({ ...unitCount, ...optionalBehavior }), ({ units }) => ({ kind: 'units', units })),
    ],
    [
      'SubscriptionUpdateBillingPeriod',
      mapBody(closedModel({ current_billing_period_end: { check: futureDatetime(now) } }), (body) => ({
        kind: 'period',
        ...body,
      })),
    ],
    [
      'SubscriptionCancel',
      mapBody(closedModel({ ...reasons, cancel_at_period_end: { check: boolean } }), (body) => ({
        kind: 'cancel',
        cancel_at_period_end: body.cancel_at_period_end,
        reason: body.customer_cancellation_reason,
        comment: body.customer_cancellation_comment,
      })),
    ],
    [
      'SubscriptionRevoke',
      mapBody(closedModel({ ...reasons, revoke: { check: literalTrue } }), (body) => ({
        kind: 'revoke',
        reason: body.customer_cancellation_reason,
        comment: body.customer_cancellation_comment,
      })),
    ],
    ['SubscriptionPause', mapBody(closedModel(pauseFields(now)), (body) => ({ kind: 'pause', ...body }))],
    ['SubscriptionResume', mapBody(closedModel({ resume: { check: literalTrue } }), () => ({ kind: 'resume' }))],
    ['SubscriptionUpdateClear', mapBody(closedModel({ pending_update: { check: none } }), () => ({ kind: 'clear' }))],
  ])

/**
 * Returns the check of bodies of `PATCH /v1/customer-portal/subscriptions/{id}`. A body does not say how the change is
 * billed, because the organization's settings decide that.
 */
export const portalSubscriptionUpdate = (now: () => number): BodyCheck<SubscriptionUpdate> =>
  union<SubscriptionUpdate>([
    [
      'CustomerSubscriptionUpdateProduct',
      mapBody(closedModel({ product_id: { check: uuid4 } }), ({ product_id }) => ({
        kind: 'base',
        product_id,
        discount_id: undefined,
        trial_end: null,
        metadata: undefined,
        ...noBehavior,
      })),
    ],
    [
      'CustomerSubscriptionUpdateSeats',
      mapBody(closedModel(seatCount), ({ seats }) => ({ kind: 'seats', seats, ...noBehavior })),
    ],
    [
      'CustomerSubscriptionCancel',
      mapBody(
        closedModel({
          cancel_at_period_end: { check: nullable(boolean), default: null },
          cancellation_reason: reason,
          cancellation_comment: comment,
        }),
        (body) => ({
          kind: 'cancel',
          cancel_at_period_end: body.cancel_at_period_end,
          reason: body.cancellation_reason,
          comment: body.cancellation_comment,
        }),
      ),
    ],
    ['CustomerSubscriptionPause', mapBody(closedModel(pauseFields(now)), (body) => ({ kind: 'pause', ...body }))],
    [
      'CustomerSubscriptionResume',
      mapBody(closedModel({ resume: { check: literalTrue } }), () => ({ kind: 'resume' })),
    ],
    [
      'CustomerSubscriptionUpdateClear',
      mapBody(closedModel({ pending_update: { check: none } }), () => ({ kind: 'clear' })),
    ],
  ])

/** The bodies of `POST /v1/subscriptions/{id}/change-preview`. */
export const subscriptionPreview: BodyCheck<SubscriptionPreview> = union<SubscriptionPreview>([
  [
    'SubscriptionChangePreviewProduct',
    mapBody(closedModel({ product_id: { check: uuid4 }, ...optionalBehavior }), (body) => ({
      kind: 'product',
      ...body,
    })),
  ],
  [
    'SubscriptionChangePreviewSeats',
    mapBody(closedModel({ ...seatCount, ...optionalBehavior }), (body) => ({ kind: 'seats', ...body })),
  ],
  [
    'SubscriptionChangePreviewUnits',
    mapBody(closedModel({ ...unitCount, ...optionalBehavior }), () => ({ kind: 'units' })),
  ],
])

/** The bodies of `POST /v1/customer-portal/subscriptions/{id}/change-preview`. */
export const portalSubscriptionPreview: BodyCheck<SubscriptionPreview> = union<SubscriptionPreview>([
  [
    'CustomerSubscriptionChangePreviewProduct',
    mapBody(closedModel({ product_id: { check: uuid4 } }), ({ product_id }) => ({
      kind: 'product',
      product_id,
      ...noBehavior,
    })),
  ],
  [
    'CustomerSubscriptionChangePreviewSeats',
    mapBody(closedModel(seatCount), ({ seats }) => ({ kind: 'seats', seats, ...noBehavior })),
  ],
])

/** The body of `POST /v1/customer-portal/subscriptions/{id}/revoke`. */
export const portalRevoke: BodyCheck<Reasons> = mapBody(
  model({ cancellation_reason: reason, cancellation_comment: comment }),
  (body) => ({ reason: body.cancellation_reason, comment: body.cancellation_comment }),
)
