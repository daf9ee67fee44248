import { isTeamFull } from '@seats/core/ui'
import type { SeatsList } from '@seats/core'
import type { ReactElement } from 'react'
import type { SeatCountProps } from '../SeatCount.tsx'
import { SeatCountOpener } from './SeatCountOpener.tsx'
import { usePermissions } from './usePermissions.ts'
import { useMessages } from './useMessages.ts'

interface Props extends Pick<SeatCountProps, 'source' | 'manageBillingUrl' | 'renderPriceDetails'> {
  roster: SeatsList
}

/**
 * Says that every seat is taken, and offers more seats to a user who may buy them. When a seat becomes free, only the
 * text and the button disappear. An open dialog stays, and so does the message about the purchase.
 */
export function FullTeam({ source, roster, ...dialogProps }: Props): ReactElement {
  const { meter, seatCount } = useMessages()
  const can = usePermissions(source)
  const isFull = isTeamFull(roster)
  return (
    <div className={isFull ? 'seats-banner' : 'seats-notice'}>
      {isFull && <span>{meter.full}</span>}
      {can.buySeats && (
        <div className={isFull ? 'seats-seat-count-button' : 'seats-notice'}>
          <SeatCountOpener source={source} {...dialogProps} label={seatCount.get} hasButton={isFull} />
        </div>
      )}
    </div>
  )
}
