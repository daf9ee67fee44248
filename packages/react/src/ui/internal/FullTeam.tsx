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
 * Says to a user who may invite that every seat is taken, and offers more seats if the user may buy them. When a seat
 * becomes free or the user loses the permission, only the text and the button disappear. An open dialog stays, and so does the message about the purchase.
 */
export function FullTeam({ source, roster, ...dialogProps }: Props): ReactElement {
  const { meter, seatCount } = useMessages()
  const can = usePermissions(source)
  const isFull = can.assignSeat && isTeamFull(roster)
  const hasButton = isFull && can.buySeats
  return (
    <div className={isFull ? 'seats-banner' : 'seats-notice'}>
      {isFull && <span>{meter.full}</span>}
      <div className={hasButton ? 'seats-seat-count-button' : 'seats-notice'}>
        <SeatCountOpener source={source} {...dialogProps} label={seatCount.get} hasButton={hasButton} />
      </div>
    </div>
  )
}
