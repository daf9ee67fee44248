import { nullable, uuid4 } from '../validation/checks.ts'
import { Failure } from '../validation/Failure.ts'
import { issue } from '../validation/model.ts'
import { ValidationError } from '../validation/ValidationError.ts'

const optional = nullable(uuid4)

/** @throws ValidationError when the path's seat id is no UUID of version 4. */
export function seatIdOf(segment: string): string {
  const result = uuid4(segment)
  if (result instanceof Failure) throw new ValidationError([issue(['path', 'seat_id'], result)])
  return result
}

/**
 * The source that a query names; of a repeated parameter the last counts.
 * @throws ValidationError when one of its ids is no UUID of version 4.
 */
export function sourceIdsOf(url: string): { subscription_id: string | null; order_id: string | null } {
  const query = new URLSearchParams(/\?([^#]*)/.exec(url)?.[1])
  const subscription = optional(query.getAll('subscription_id').at(-1) ?? null)
  const order = optional(query.getAll('order_id').at(-1) ?? null)
  if (subscription instanceof Failure || order instanceof Failure) {
    throw new ValidationError([
      ...(subscription instanceof Failure ? [issue(['query', 'subscription_id'], subscription)] : []),
      ...(order instanceof Failure ? [issue(['query', 'order_id'], order)] : []),
    ])
  }
  return { subscription_id: subscription, order_id: order }
}
