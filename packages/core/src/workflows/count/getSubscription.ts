import { throwIfIssues, uuidIssues } from '../../internal/input/inputIssues.ts'
import { call } from '../../internal/wire/call.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import { isSeatSubscription, type SeatSubscription } from '../../schemas/SeatSubscription.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { subscriptionPath } from './subscriptionPath.ts'

/**
 * Reads the parts of a subscription that are about seats: count, prices, period and a scheduled change.
 *
 * @throws SeatsError `ResourceNotFound` if there is no such subscription for this token or grant;
 * `RequestValidationError` if the id is not a UUID; `OperationNotGranted` through the guard without a grant of
 * `seatCount`
 * @see https://polar.sh/docs/api-reference/subscriptions/get
 *
 * @example
 * ```ts
 * import { createSeatsClient, getSubscription } from '@seats/core'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const subscription = await getSubscription(client, { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' })
 * console.log(`${subscription.seats} seats, ${subscription.status}`)
 * ```
 */
export async function getSubscription(
  client: AnyClient,
  { subscription_id }: { subscription_id: string },
  options?: CallOptions,
): Promise<SeatSubscription> {
  throwIfIssues('getSubscription', uuidIssues(subscription_id, ['path', 'id']))
  const transport = internalsOf(client)
  const path = subscriptionPath(transport, subscription_id)
  return call(transport, { operation: 'getSubscription', method: 'GET', path, safe: true }, isSeatSubscription, options)
}
