'use client'

import type { ReactElement } from 'react'
import type { CountSlots } from './CountSlots.ts'
import { Frame } from './internal/Frame.tsx'
import { SeatCountOpener } from './internal/SeatCountOpener.tsx'
import { usePermissions } from './internal/usePermissions.ts'
import { useRosterKey } from './internal/useRosterKey.ts'
import type { PartProps } from './PartProps.ts'

export interface SeatCountProps extends PartProps, CountSlots {
  /** The text of the button. Default: a text about getting more seats, or about changing their number. */
  label?: string | undefined
  /**
   * The `http` or `https` address of the page where the payment method is changed. A link to this page is shown if a
   * payment fails.
   */
  manageBillingUrl?: string | undefined
}

/**
 * Changes how many seats the subscription pays for. Shows a button that opens a dialog. In the dialog, the user chooses
 * a count and then confirms its price. The code of the dialog is loaded when the dialog is opened. Shows nothing to a
 * user who may not buy seats.
 *
 * @example
 * ```tsx
 * import { SeatCount } from '@seats/react/ui'
 *
 * export const Billing = ({ id }: { id: string }) => <SeatCount source={{ subscription_id: id }} />
 * ```
 */
export function SeatCount({
  source,
  label,
  manageBillingUrl,
  renderPriceDetails,
  ...frameProps
}: SeatCountProps): ReactElement | null {
  const key = useRosterKey(source)
  const can = usePermissions(source)
  if (!can.buySeats) return null
  return (
    <Frame part="seat-count-button" {...frameProps}>
      <SeatCountOpener key={key} {...{ source, label, manageBillingUrl, renderPriceDetails }} />
    </Frame>
  )
}
