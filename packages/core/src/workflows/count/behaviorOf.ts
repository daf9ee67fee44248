import { misconfigured } from '../../internal/input/misconfigured.ts'
import type { ClientInternals } from '../../internal/wire/internals.ts'
import type { ProrationBehavior, SeatSubscription } from '../../schemas/SeatSubscription.ts'

/** How to charge a change: an option that only your own code has, with an organization token. */
export interface BehaviorOption {
  /** Default: `invoice` for more seats, `next_period` for fewer. */
  behavior?: ProrationBehavior | undefined
}

/** @throws SeatsError `ConfigurationError` for a behavior where somebody else decides it */
export function checkBehavior({ mode }: ClientInternals, behavior: ProrationBehavior | undefined): void {
  if (behavior === undefined || mode === 'organization') return
  throw misconfigured(
    mode === 'session'
      ? '`behavior` is not yours to choose with a session: the organization’s setting decides. Leave it out.'
      : '`behavior` is not the browser’s to choose: set `proration` in createSeatsHandler. Leave it out.',
  )
}

/** Returns how a change of this subscription to this count is charged. */
export function behaviorOf(
  { mode }: ClientInternals,
  { seats, product }: SeatSubscription,
  count: number,
  behavior: ProrationBehavior | undefined,
): ProrationBehavior {
  // Polar's own default.
  if (mode === 'session') return product?.organization?.proration_behavior ?? 'prorate'
  return behavior ?? (count > (seats ?? 0) ? 'invoice' : 'next_period')
}
