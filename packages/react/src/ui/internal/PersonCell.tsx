import type { RosterRow, SeatSlot } from '@seats/core/ui'
import type { ReactElement } from 'react'
import type { TableSlots } from '../TableSlots.ts'
import { useMessages } from './useMessages.ts'

interface Props {
  row: RosterRow
  slot: SeatSlot
  slots: TableSlots
}

/** Names the occupant of a seat. */
export function PersonCell({ row, slot, slots }: Props): ReactElement {
  const { common } = useMessages()
  const { name, address, initials, hue, isYou } = row
  return (
    <div className="seats-person">
      {slots.renderAvatar ? (
        slots.renderAvatar(slot)
      ) : (
        <span className="seats-avatar" data-hue={hue} aria-hidden="true">
          {initials}
        </span>
      )}
      <div className="seats-person-text">
        {slots.renderName ? (
          slots.renderName(slot)
        ) : (
          <>
            <span className="seats-person-name">
              {name} {isYou && <span className="seats-tag">{common.you}</span>}
            </span>
            {address && <span className="seats-person-address">{address}</span>}
          </>
        )}
      </div>
    </div>
  )
}
