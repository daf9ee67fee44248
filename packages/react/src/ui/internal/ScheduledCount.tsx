import type { ReactElement } from 'react'
import { useSubscription } from '../../exports/index.ts'
import type { SeatCountProps } from '../SeatCount.tsx'
import type { SeatCountOpener } from './SeatCountOpener.tsx'
import { usePermissions } from './usePermissions.ts'
import { useAllMessages } from './useAllMessages.ts'

export interface ScheduledCountProps extends Pick<SeatCountProps, 'source' | 'manageBillingUrl'> {
  /** Given by the panel, because an import would divide the code that the panel loads at first into more files. */
  SeatCountOpener: typeof SeatCountOpener
}

/**
 * Shows a change of the seat count that takes effect at the end of the period, with a button that cancels it. The next
 * invoice is then higher than it would have been, so a dialog shows the price first.
 */
export function ScheduledCount({ source, manageBillingUrl, SeatCountOpener }: ScheduledCountProps): ReactElement {
  const { seatCount } = useAllMessages()
  const can = usePermissions(source)
  const { data: subscription } = useSubscription(can.getSubscription ? source : null, { live: true })
  const { seats, pending_update: pending } = subscription ?? {}
  const scheduled = seats && pending?.seats ? { seats, count: pending.seats, at: pending.applies_at } : undefined
  const hasButton = scheduled !== undefined && can.reduceSeats
  return (
    <div className={scheduled ? 'seats-banner' : 'seats-notice'}>
      {scheduled && <span>{seatCount.scheduled(scheduled)}</span>}
      <div className={hasButton ? 'seats-seat-count-button' : 'seats-notice'}>
        <SeatCountOpener
          {...{ source, manageBillingUrl, hasButton }}
          seats={scheduled?.seats}
          label={scheduled && seatCount.keep({ count: scheduled.seats })}
        />
      </div>
    </div>
  )
}
