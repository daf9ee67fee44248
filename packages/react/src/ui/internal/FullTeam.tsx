import type { ReactElement } from 'react'
import type { PartProps } from '../PartProps.ts'
import { SeatCount } from '../SeatCount.tsx'
import { useMessages } from './useMessages.ts'

/** Tells that every seat is taken, and offers more to a user who may buy them. */
export function FullTeam({ source }: Pick<PartProps, 'source'>): ReactElement {
  const { meter, seatCount } = useMessages()
  return (
    <div className="seats-banner">
      <span>{meter.full}</span>
      <SeatCount source={source} label={seatCount.get} />
    </div>
  )
}
