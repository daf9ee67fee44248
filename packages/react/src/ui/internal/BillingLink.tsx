import { billingLink } from '@seats/core/ui'
import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

/** Leads to the page where the payment method is changed, if an error is about that. */
export function BillingLink({
  error,
  manageBillingUrl,
}: {
  error: unknown
  manageBillingUrl: string | undefined
}): ReactElement | null {
  const { seatCount } = useMessages()
  const href = billingLink(error, manageBillingUrl, location.href)
  return href === undefined ? null : (
    <a className="seats-button seats-small" href={href}>
      {seatCount.manageBilling}
    </a>
  )
}
