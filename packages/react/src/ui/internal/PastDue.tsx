import type { SeatSubscription } from '@seats/core'
import { billingAddress } from '@seats/core/ui'
import type { ReactElement } from 'react'
import { BillingLink } from './BillingLink.tsx'
import { useMessages } from './useMessages.ts'

interface Props {
  subscription: SeatSubscription | undefined
  manageBillingUrl: string | undefined
}

/**
 * Says that the last payment failed, as long as the subscription is past due. Links to the billing page, if its address
 * is known.
 */
export function PastDue({ subscription, manageBillingUrl }: Props): ReactElement {
  const { seatCount } = useMessages()
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
