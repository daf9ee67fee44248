import type { Context } from 'hono'
import { nullable, uuid4 } from '../validation/checks.ts'
import { Failure } from '../validation/Failure.ts'
import { issue } from '../validation/model.ts'
import { ValidationError } from '../validation/ValidationError.ts'
import type { Env } from './Env.ts'

/** @throws ValidationError when the path's seat id is no UUID of version 4. */
export function seatIdOf(c: Context<Env>): string {
  const result = uuid4(c.req.param('seat_id') ?? '')
  if (result instanceof Failure) throw new ValidationError([issue(['path', 'seat_id'], result)])
  return result
}

/** @throws ValidationError when one of the query's ids is no UUID of version 4. */
export function sourceIdsOf(c: Context<Env>): { subscription_id: string | null; order_id: string | null } {
  const check = nullable(uuid4)
  const query = new URLSearchParams(/\?([^#]*)/.exec(c.req.url)?.[1])
  // Of several the last counts.
  const subscription = check(query.getAll('subscription_id').at(-1) ?? null)
  const order = check(query.getAll('order_id').at(-1) ?? null)
  if (subscription instanceof Failure || order instanceof Failure) {
    throw new ValidationError([
      ...(subscription instanceof Failure ? [issue(['query', 'subscription_id'], subscription)] : []),
      ...(order instanceof Failure ? [issue(['query', 'order_id'], order)] : []),
    ])
  }
  return { subscription_id: subscription, order_id: order }
}
