import type { ReactElement } from 'react'
import { useSubscription } from '../../exports/index.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { PastDue } from './PastDue.tsx'
import type { ScheduledCountProps } from './ScheduledCount.tsx'
import { useLoaded } from './useLoaded.ts'
import { usePermissions } from './usePermissions.ts'

const loadScheduledCount = async () => (await import('./ScheduledCount.tsx')).ScheduledCount

/**
 * The notices about the subscription: a payment that failed, and a change of the seat count that is scheduled. A user
 * who may not read the subscription sees no notice, but an open dialog stays.
 */
export function SubscriptionNotices({ source, manageBillingUrl, SeatCountOpener }: ScheduledCountProps): ReactElement {
  const can = usePermissions(source)
  const { data: subscription } = useSubscription(can.getSubscription ? source : null, { live: true })
  // Most subscriptions have no scheduled change.
  const scheduledCount = useLoaded(Boolean(subscription?.pending_update?.seats), loadScheduledCount)
  return (
    <>
      <PastDue {...{ subscription, manageBillingUrl }} />
      {scheduledCount.part && <scheduledCount.part {...{ source, manageBillingUrl, SeatCountOpener }} />}
      <NotLoaded loads={[scheduledCount]} />
    </>
  )
}
