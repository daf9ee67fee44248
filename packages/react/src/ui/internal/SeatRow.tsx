import type { SeatPermissions } from '@seats/core'
import { holdFocus, rowButtons, type NotedRow, type RosterRow, type RowActions } from '@seats/core/ui'
import { useLayoutEffect, useRef, type MouseEvent, type ReactElement } from 'react'
import { Mark } from './Mark.tsx'
import { PersonCell } from './PersonCell.tsx'
import { RowNews } from './RowNews.tsx'
import { RowTime } from './RowTime.tsx'
import { useMessages } from './useMessages.ts'

interface Props {
  noted: NotedRow
  can: SeatPermissions
  actions: RowActions
  /** Returns whether a click on the row comes too early. */
  ignores: (id: string, click: { detail: number }) => boolean
}

/** Shows one seat with its buttons, or in their place a question or news. */
export function SeatRow({ noted, can, actions, ignores }: Props): ReactElement {
  const { id, row, note, isGone } = noted
  const { status, seat, name } = row
  const messages = useMessages()
  const element = useRef<HTMLTableRowElement>(null)
  const last = useRef<Pick<NotedRow, 'note' | 'isGone'>>({ note: undefined, isGone: false })
  useLayoutEffect(() => {
    const hasChanged = last.current.note !== note || last.current.isGone !== isGone
    if (element.current && hasChanged) holdFocus(element.current)
    last.current = { note, isGone }
  }, [note, isGone])

  const act = (action: (row: RosterRow) => void) => (event: MouseEvent) => {
    if (!ignores(id, event)) action(row)
  }
  const buttons = rowButtons(row, can)
  return (
    <tr ref={element} tabIndex={-1} className={isGone ? 'seats-gone' : `seats-${status}`}>
      <th scope="row" className="seats-person">
        <PersonCell row={row} />
      </th>
      {note && (isGone || note.step === 'asking') ? (
        <td className="seats-cell-news" colSpan={3}>
          <RowNews note={note} actions={actions} act={act} />
        </td>
      ) : (
        <>
          <td className="seats-cell-status">
            <span className={`seats-status seats-${status}`}>
              <Mark status={status} />
              {status === 'other' ? seat.status : messages.status[status]}
            </span>
          </td>
          <td className="seats-cell-when">
            <RowTime row={row} />
            {note && (
              <span className={`seats-row-note seats-${note.step}`} tabIndex={-1} data-seats-focus>
                {note.message}
              </span>
            )}
          </td>
          <td className="seats-cell-actions">
            {buttons.resend && (
              <button
                type="button"
                className="seats-button seats-small"
                aria-label={messages.row.resendTo({ who: name })}
                aria-busy={note?.does === 'resend'}
                aria-disabled={note?.step === 'busy'}
                onClick={act(actions.resend)}
              >
                {messages.row.resend}
              </button>
            )}
            {buttons.reinvite && (
              <button
                type="button"
                className="seats-button seats-small"
                aria-label={messages.row.reinviteWhom({ who: name })}
                aria-busy={note?.does === 'reinvite'}
                onClick={act(actions.reinvite)}
              >
                {messages.row.reinvite}
              </button>
            )}
            {buttons.free && (
              <button
                type="button"
                className="seats-button seats-small"
                aria-label={messages.row.freeNobodys}
                onClick={act(actions.revoke)}
              >
                {messages.row.free}
              </button>
            )}
            {buttons.revoke && (
              <button
                type="button"
                className="seats-button seats-small seats-danger"
                aria-label={messages.row.revokeFrom({ who: name })}
                aria-disabled={note?.step === 'busy'}
                data-seats-focus={note === undefined ? '' : undefined}
                onClick={act(actions.revoke)}
              >
                {messages.row.revoke}
              </button>
            )}
          </td>
        </>
      )}
    </tr>
  )
}
