import { billingLink } from '@seats/core/ui'
import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

/** A link to the page where the payment method is changed. Shown if an error is about the payment method. */
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
