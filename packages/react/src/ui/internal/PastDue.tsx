import { billingAddress } from '@seats/core/ui'
import type { ReactElement } from 'react'
import { useSubscription } from '../../exports/index.ts'
import type { SeatCountProps } from '../SeatCount.tsx'
import { BillingLink } from './BillingLink.tsx'
import { useMessages } from './useMessages.ts'

/**
 * Says that the last payment failed, as long as the subscription is past due. Links to the billing page, if its address
 * is known.
 */
export function PastDue({
  source,
  manageBillingUrl,
}: Pick<SeatCountProps, 'source' | 'manageBillingUrl'>): ReactElement {
  const { seatCount } = useMessages()
  const { data: subscription } = useSubscription(source, { live: true })
  return (
    <div className="seats-notice" role="status">
      {subscription?.status === 'past_due' && (
        <p className="seats-banner">
          <span>{seatCount.pastDue}</span>
          <BillingLink href={billingAddress(manageBillingUrl, location.href)} />
        </p>
      )}
    </div>
  )
}
