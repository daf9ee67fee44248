import type { RosterRow } from '@seats/core/ui'
import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

/** Names the occupant of a seat. */
export function PersonCell({ row }: { row: RosterRow }): ReactElement {
  const { common } = useMessages()
  const { name, address, initials, hue, isYou } = row
  return (
    <>
      <span className="seats-avatar" data-hue={hue} aria-hidden="true">
        {initials}
      </span>
      <span className="seats-person-name" title={name}>
        {name} {isYou && <span className="seats-tag">{common.you}</span>}
      </span>
      {address && (
        <span className="seats-person-address" title={address}>
          {address}
        </span>
      )}
    </>
  )
}
