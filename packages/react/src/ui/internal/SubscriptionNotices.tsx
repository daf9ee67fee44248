import type { ReactElement } from 'react'
import type { SeatCountProps } from '../SeatCount.tsx'
import { PastDue } from './PastDue.tsx'
import { ScheduledCount } from './ScheduledCount.tsx'

/** The notices about the subscription: a payment that failed, and a change of the seat count that is scheduled. */
export const SubscriptionNotices = ({
  source,
  manageBillingUrl,
}: Pick<SeatCountProps, 'source' | 'manageBillingUrl'>): ReactElement => (
  <>
    <PastDue {...{ source, manageBillingUrl }} />
    <ScheduledCount source={source} />
  </>
)
