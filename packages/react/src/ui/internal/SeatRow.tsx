import type { SeatPermissions } from '@seats/core'
import { bindActions, rowButtons, seatSlot, type FilteredActions, type NotedRow } from '@seats/core/ui'
import { Fragment, memo, type FunctionComponent, type ReactElement } from 'react'
import type { TableSlots } from '../TableSlots.ts'
import { Mark } from './Mark.tsx'
import { PersonCell } from './PersonCell.tsx'
import type { NoteCell } from './NoteCell.tsx'
import { RowTime } from './RowTime.tsx'
import { useMessages } from './useMessages.ts'

interface Props {
  noted: NotedRow
  /** The position in the list, from 0. */
  index: number
  can: SeatPermissions
  actions: FilteredActions | undefined
  slots: TableSlots
  NoteCell: typeof NoteCell | undefined
}

/**
 * Shows one seat with its status and buttons. A question replaces both, and so does the message about a person who no
 * longer has a seat.
 */
export const SeatRow: FunctionComponent<Props> = memo(function SeatRow(props: Props): ReactElement {
  const { noted, index, can, actions, slots, NoteCell } = props
  const { id, row, note, isGone } = noted
  const { status, seat } = row
  const { renderRow, renderColumn, renderRowActions } = slots
  const messages = useMessages()
  const boundActions = bindActions(noted, actions)
  const slot = seatSlot(noted, can, boundActions)
  const rowProps = {
    tabIndex: -1,
    className: isGone ? 'seats-gone' : `seats-${status}`,
    'aria-rowindex': index + 2,
    'data-index': index,
    'data-seats-row': id,
  }
  const isAppRow = renderRow !== undefined
  if (isAppRow && (note === undefined || (note.step === 'busy' && !isGone))) {
    // Because of the key, React creates a new element when the app's row replaces the usual row, and when the usual row
    // replaces the app's row. So the focused element is removed, and the focus moves.
    const appRowProps = { ...rowProps, className: `${rowProps.className} seats-own-row` }
    return <Fragment key="own">{renderRow({ ...slot, rowProps: appRowProps })}</Fragment>
  }
  return (
    <tr {...rowProps}>
      <th scope="row" className="seats-cell-person">
        <PersonCell row={row} slot={slot} slots={slots} />
      </th>
      {note && NoteCell && (isAppRow || isGone || note.step === 'asking') ? (
        <td className="seats-cell-note" colSpan={renderColumn ? 4 : 3}>
          <NoteCell note={note} can={can} actions={boundActions} />
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
          {renderColumn && <td className="seats-cell-own">{renderColumn(slot)}</td>}
          <td className="seats-cell-actions">
            {rowButtons(row, can, messages).map(({ action, text, label }) => (
              <button
                key={action}
                type="button"
                className={`seats-button seats-small${action === 'revoke' && status !== 'nobody' ? ' seats-danger' : ''}`}
                aria-label={label}
                aria-busy={note?.step === 'busy' && note.action === action}
                aria-disabled={note?.step === 'busy'}
                data-seats-focus={action === 'revoke' && status === 'claimed' ? '' : undefined}
                onClick={boundActions[action]}
              >
                {text}
              </button>
            ))}
            {renderRowActions?.(slot)}
          </td>
        </>
      )}
    </tr>
  )
})
