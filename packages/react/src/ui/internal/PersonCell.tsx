import type { RosterRow } from '@seats/core/ui'
import type { ReactElement, ReactNode } from 'react'
import { useMessages } from './useMessages.ts'

interface Props<Slot> {
  row: Pick<RosterRow, 'name' | 'address' | 'initials' | 'hue' | 'isYou'>
  slot: Slot
  slots: {
    renderAvatar?: ((slot: Slot) => ReactNode) | undefined
    renderName?: ((slot: Slot) => ReactNode) | undefined
  }
}

/** Shows the initials, name and address of a seat's occupant, or of a member. */
export function PersonCell<Slot>({ row, slot, slots }: Props<Slot>): ReactElement {
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
