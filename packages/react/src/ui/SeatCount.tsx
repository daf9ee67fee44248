'use client'

import { useState, type ReactElement } from 'react'
import type { CountSlots } from './CountSlots.ts'
import { Frame } from './internal/Frame.tsx'
import { PermissionsState } from './internal/PermissionsState.tsx'
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
 * user who may not buy seats. If the user loses this permission while the dialog is open, the dialog stays open.
 *
 * @example
 * ```tsx
 * import { SeatCount } from '@seats/react/ui'
 *
 * export const Billing = ({ id }: { id: string }) => <SeatCount source={{ subscription_id: id }} />
 * ```
 */
export function SeatCount(props: SeatCountProps): ReactElement {
  const key = useRosterKey(props.source)
  return <TeamCount key={key} {...props} />
}

function TeamCount({ source, label, manageBillingUrl, renderPriceDetails, ...frameProps }: SeatCountProps) {
  const can = usePermissions(source)
  const [isOpen, setOpen] = useState(false)
  if (!can.buySeats && !isOpen) return <PermissionsState source={source} {...frameProps} />
  return (
    <Frame part="seat-count-button" {...frameProps}>
      <SeatCountOpener
        {...{ source, label, manageBillingUrl, renderPriceDetails }}
        hasButton={can.buySeats}
        onOpen={setOpen}
      />
    </Frame>
  )
}
