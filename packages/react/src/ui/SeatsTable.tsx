'use client'

import type { SeatRecipient } from '@seats/core'
import { keepFocus } from '@seats/core/ui'
import { useEffect, useRef, type ReactElement } from 'react'
import { useSeats } from '../exports/index.ts'
import { Frame } from './internal/Frame.tsx'
import { PeopleTable } from './internal/PeopleTable.tsx'
import { PermissionsState } from './internal/PermissionsState.tsx'
import { RosterState } from './internal/RosterState.tsx'
import { useRosterKey } from './internal/useRosterKey.ts'
import type { PartProps } from './PartProps.ts'
import type { TableSlots } from './TableSlots.ts'

export interface SeatsTableProps extends PartProps, TableSlots {
  /**
   * The signed-in user. Their row is marked, and they are asked before they revoke their own seat. Default: the
   * `occupant` of the permissions, if the server says who the user is.
   */
  you?: SeatRecipient | undefined
}

/**
 * Lists everyone who has a seat or an invitation, with buttons for the actions that the user may take.
 *
 * @example
 * ```tsx
 * import { SeatsTable } from '@seats/react/ui'
 *
 * export const People = ({ id, email }: { id: string; email: string }) => (
 *   <SeatsTable source={{ subscription_id: id }} you={{ email }} renderRowActions={({ name }) => <a href="/">{name}</a>} />
 * )
 * ```
 */
export function SeatsTable({
  source,
  you,
  messages,
  locale,
  timeZone,
  className,
  ...slots
}: SeatsTableProps): ReactElement {
  const query = useSeats(source, { live: true })
  const key = useRosterKey(source)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => (root.current ? keepFocus(root.current) : undefined), [])
  return (
    <Frame part="people" {...{ messages, locale, timeZone, className }}>
      <div ref={root} className="seats-list" tabIndex={-1}>
        <RosterState query={query} bones={['row', 'row', 'row', 'row']} />
        {query.data && <PermissionsState source={source} />}
        {query.data && <PeopleTable key={key} source={source} you={you} roster={query.data} slots={slots} />}
      </div>
    </Frame>
  )
}
