import { metadataInput } from '../../validation/bodies/metadataInput.ts'
import { text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { model, type BodyCheck } from '../../validation/python/pydantic/model.ts'
import { union } from '../../validation/python/pydantic/union.ts'

/** A new subscription to a free product. The customer is named by one of two ids. */
export interface SubscriptionCreate {
  product_id: string
  metadata: string
  customer_id?: string
  external_customer_id?: string
}

const common = { metadata: { check: metadataInput, default: '{}' }, product_id: { check: uuid4 } }

/** The bodies of `POST /v1/subscriptions/`. */
export const subscriptionCreate: BodyCheck<SubscriptionCreate> = union<SubscriptionCreate>([
  ['SubscriptionCreateCustomer', model({ ...common, customer_id: { check: uuid4 } })],
  ['SubscriptionCreateExternalCustomer', model({ ...common, external_customer_id: { check: text } })],
])
