'use client'

import type { SeatRecipient } from '@seats/core'
import { keepFocus } from '@seats/core/ui'
import { useContext, useEffect, useRef, type ReactElement } from 'react'
import { useSeats } from '../exports/index.ts'
import { Frame } from './internal/Frame.tsx'
import { InPanelContext } from './internal/InPanelContext.ts'
import { PeopleTable } from './internal/PeopleTable.tsx'
import { RosterProblem } from './internal/RosterProblem.tsx'
import { Skeleton } from './internal/Skeleton.tsx'
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
  const roster = useSeats(source, { live: true })
  const isInPanel = useContext(InPanelContext)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => (root.current ? keepFocus(root.current) : undefined), [])
  return (
    <Frame part="people" {...{ messages, locale, timeZone, className }}>
      <div ref={root} className="seats-list" tabIndex={-1}>
        {!isInPanel && <RosterProblem roster={roster} hasList={roster.data !== undefined} />}
        {roster.data ? (
          <PeopleTable source={source} you={you} roster={roster.data} slots={slots} />
        ) : (
          !roster.error && !roster.isPaused && <Skeleton bones={['row', 'row', 'row', 'row']} />
        )}
      </div>
    </Frame>
  )
}
