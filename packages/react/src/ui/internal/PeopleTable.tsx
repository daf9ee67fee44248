import { findSeat, type SeatRecipient, type SeatsList } from '@seats/core'
import {
  createRowNotes,
  defaultView,
  emptyText,
  firstRowCount,
  longListSize,
  mergeNotes,
  noSeatPermissions,
  rosterRows,
  searchRows,
  sortRows,
  type FilteredActions,
  type NotedRow,
} from '@seats/core/ui'
import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactElement } from 'react'
import type { PartProps } from '../PartProps.ts'
import type { TableSlots } from '../TableSlots.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { RosterTools } from './RosterTools.tsx'
import { SeatRow } from './SeatRow.tsx'
import { usePermissions } from './usePermissions.ts'
import { useExpiryTime } from './useExpiryTime.ts'
import { useLoaded } from './useLoaded.ts'
import { useMessages } from './useMessages.ts'
import { useStore } from './useStore.ts'

interface Props extends Pick<PartProps, 'source'> {
  you: SeatRecipient | undefined
  roster: SeatsList
  slots: TableSlots
}

const loadLongRows = async () => (await import('./LongRows.tsx')).LongRows

const loadRowParts = () => import('./laterRowParts.ts')

/** The people of a roster, with the tools to find a person. */
export function PeopleTable({ source, you: givenUser, roster, slots }: Props): ReactElement {
  const messages = useMessages()
  const { table, common } = messages
  const permissions = usePermissions(source)
  const now = useExpiryTime(roster.seats)
  const [notes] = useState(createRowNotes)
  const noteState = useStore(notes, notes.getState())
  const rowParts = useLoaded(permissions.revokeSeat || permissions.resendInvitation, loadRowParts)
  const [actions, setActions] = useState<FilteredActions>()
  // A button is shown only after its code is loaded.
  const can = actions ? permissions : noSeatPermissions
  const [view, setView] = useState(defaultView)
  const { search, status, sort } = view

  const userJson = JSON.stringify(givenUser ?? permissions.occupant ?? null)
  const everyone = useMemo(() => {
    const you: SeatRecipient | null = JSON.parse(userJson)
    const ownSeatId = you === null ? undefined : findSeat(roster, you)?.id
    return rosterRows(roster.seats, { now, yours: new Set(ownSeatId === undefined ? [] : [ownSeatId]) }, messages)
  }, [roster, now, userJson, messages])
  const merged = useMemo(() => mergeNotes(everyone, noteState.notes), [everyone, noteState.notes])
  const sorted = useMemo(() => sortRows(merged, { status, sort }, messages), [merged, status, sort, messages])
  const rows = useMemo(() => searchRows(sorted, search), [sorted, search])
  const count = useMemo(() => rows.filter(({ isGone }) => !isGone).length, [rows])
  const countText = common.people({ count })
  useEffect(() => notes.announceCount(countText), [notes, countText])

  const captionId = useId()
  const box = useRef<HTMLDivElement>(null)
  const isLong = merged.length > longListSize
  const longList = useLoaded(isLong, loadLongRows)

  const NoteCell = rowParts.part?.NoteCell
  const draw = useCallback(
    (noted: NotedRow, index: number) => <SeatRow key={noted.id} {...{ noted, index, can, actions, slots, NoteCell }} />,
    [can, actions, slots, NoteCell],
  )
  return (
    <>
      {rowParts.part && (
        <rowParts.part.RowCalls {...{ source, notes, everyone, box }} can={permissions} onReady={setActions} />
      )}
      {merged.length === 0 ? (
        (slots.renderEmpty?.({ can: permissions }) ?? (
          <div className="seats-empty">
            <h3>{table.emptyTitle}</h3>
            <p>{table[emptyText(roster, permissions)]}</p>
          </div>
        ))
      ) : (
        <>
          <RosterTools
            view={view}
            onChange={(next) => {
              setView(next)
              box.current?.scrollTo(0, 0)
            }}
          />
          <p className="seats-visually-hidden" role="status">
            {noteState.announcement}
          </p>
          <div
            ref={box}
            {...(isLong && { className: 'seats-scroll', role: 'region', tabIndex: 0, 'aria-labelledby': captionId })}
          >
            <table aria-rowcount={rows.length + 1}>
              <caption id={captionId}>{countText}</caption>
              <thead>
                <tr aria-rowindex={1}>
                  <th scope="col">{table.columns.person}</th>
                  <th scope="col">{table.columns.status}</th>
                  <th scope="col">{table.columns.when}</th>
                  {slots.renderColumn && <th scope="col">{slots.renderColumnHeader?.()}</th>}
                  <th scope="col">
                    <span className="seats-visually-hidden">{table.columns.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {isLong && longList.part ? (
                  <longList.part rows={rows} box={box} draw={draw} />
                ) : (
                  rows.slice(0, isLong ? firstRowCount : undefined).map(draw)
                )}
              </tbody>
            </table>
          </div>
          <NotLoaded loads={[rowParts, longList]} />
          {rows.length === 0 && (
            <div className="seats-empty">
              <p>{table.nothingFound}</p>
              <button type="button" className="seats-button" onClick={() => setView(defaultView)}>
                {table.showEveryone}
              </button>
            </div>
          )}
        </>
      )}
    </>
  )
}
