import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

/** A link to the page where the payment method is changed, if its address is known. */
export function BillingLink({ href }: { href: string | undefined }): ReactElement | null {
  const { seatCount } = useMessages()
  return href === undefined ? null : (
    <a className="seats-button seats-small" href={href}>
      {seatCount.manageBilling}
    </a>
  )
}
