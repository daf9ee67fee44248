import { dayOf } from '../../billing/endOfPeriod.ts'
import type { Change } from '../state/Change.ts'
import { alreadyCanceled, inactive } from '../state/errors.ts'
import type { Datetime } from '../../validation/python/pydantic/parseDatetime.ts'
import { isActive, isRevoked, type Subscription } from '../state/Subscription.ts'

/** Sets the end of the current period. */
export function changePeriodEnd({ row }: Subscription, { time }: Datetime): Change {
  if (isRevoked(row.status)) throw alreadyCanceled()
  if (!isActive(row.status)) throw inactive(row.id)
  if (row.cancel_at_period_end) throw alreadyCanceled()
  row.current_period_end = time
  row.anchor_day = dayOf(time)
  return {}
}
