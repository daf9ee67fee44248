'use client'

import { findSeat, type SeatRecipient, type SeatsList } from '@seats/core'
import { defaultView, mergeNotes, rosterRows, viewRows } from '@seats/core/ui'
import { useLayoutEffect, useMemo, useState, type ReactElement } from 'react'
import { useSeats } from '../exports/index.ts'
import { Frame } from './internal/Frame.tsx'
import { RosterProblem } from './internal/RosterProblem.tsx'
import { RosterTools } from './internal/RosterTools.tsx'
import { SeatRow } from './internal/SeatRow.tsx'
import { Skeleton } from './internal/Skeleton.tsx'
import { useCan } from './internal/useCan.ts'
import { useExpiryTime } from './internal/useExpiryTime.ts'
import { useMessages } from './internal/useMessages.ts'
import { useRowActions } from './internal/useRowActions.ts'
import type { PartProps } from './PartProps.ts'

export interface SeatsTableProps extends PartProps {
  /** The person at the screen. Their row is marked, and they are asked before they revoke their own seat. */
  you?: SeatRecipient | undefined
}

/**
 * Lists everyone who has a seat or an invitation, with buttons for what the user may do.
 *
 * @example
 * ```tsx
 * import { SeatsTable } from '@seats/react/ui'
 *
 * export const People = ({ id, email }: { id: string; email: string }) => (
 *   <SeatsTable source={{ subscription_id: id }} you={{ email }} />
 * )
 * ```
 */
export function SeatsTable({ source, you, ...look }: SeatsTableProps): ReactElement {
  const roster = useSeats(source, { live: true })
  return (
    <Frame part="people" tabIndex={-1} {...look}>
      {roster.data ? (
        <Table source={source} you={you} roster={roster.data} />
      ) : roster.error || roster.isPaused ? (
        <RosterProblem roster={roster} hasList={false} />
      ) : (
        <Skeleton bones={['row', 'row', 'row', 'row']} />
      )}
    </Frame>
  )
}

interface TableProps extends Pick<SeatsTableProps, 'source' | 'you'> {
  roster: SeatsList
}

function Table({ source, you, roster }: TableProps) {
  const messages = useMessages()
  const { table, common } = messages
  const can = useCan(source)
  const now = useExpiryTime(roster.seats)
  const { actions, guard, news } = useRowActions(source, can)
  const [view, setView] = useState(defaultView)

  const yourKey = JSON.stringify(you ?? null)
  const everyone = useMemo(() => {
    const you: SeatRecipient | null = JSON.parse(yourKey)
    const own = you === null ? undefined : findSeat(roster, you)?.id
    return rosterRows(roster.seats, { now, yours: new Set(own === undefined ? [] : [own]) }, messages)
  }, [roster, now, yourKey, messages])
  const merged = useMemo(() => mergeNotes(everyone, news.notes), [everyone, news.notes])
  const rows = useMemo(() => viewRows(merged, view, messages), [merged, view, messages])
  useLayoutEffect(() => guard.arrange(rows.map(({ id }) => id)), [guard, rows])

  if (merged.length === 0) {
    return (
      <div className="seats-empty">
        <h3>{table.emptyTitle}</h3>
        <p>{can.assignSeat ? table.empty : table.emptyReadOnly}</p>
      </div>
    )
  }
  const count = rows.filter(({ isGone }) => !isGone).length
  return (
    <>
      <RosterTools view={view} onChange={setView} />
      <p className="seats-visually-hidden" role="status">
        {news.said}
      </p>
      <table>
        <caption aria-live="polite">{common.people({ count })}</caption>
        <thead>
          <tr>
            <th scope="col">{table.columns.person}</th>
            <th scope="col">{table.columns.status}</th>
            <th scope="col">{table.columns.when}</th>
            <th scope="col">
              <span className="seats-visually-hidden">{table.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((noted) => (
            <SeatRow key={noted.id} noted={noted} can={can} actions={actions} ignores={guard.ignores} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <div className="seats-empty">
          <p>{table.nothingFound}</p>
          <button type="button" className="seats-button" onClick={() => setView(defaultView)}>
            {table.showEveryone}
          </button>
        </div>
      )}
    </>
  )
}
