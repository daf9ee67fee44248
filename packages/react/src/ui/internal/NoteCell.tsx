import type { SeatPermissions } from '@seats/core'
import type { BoundActions, RowNote } from '@seats/core/ui'
import { useId, type ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

interface Props {
  note: RowNote
  can: SeatPermissions
  actions: BoundActions
}

/**
 * Shows a row's note, with buttons: the question before a revoke, or a message. Replaces all cells of the row except
 * the first.
 */
export function NoteCell({ note, can, actions }: Props): ReactElement {
  const { common, row: texts } = useMessages()
  const id = useId()
  if (note.step === 'asking') {
    return (
      <div className="seats-note" role="group" aria-labelledby={id}>
        <p id={id}>{note.message}</p>
        <button type="button" className="seats-button seats-small" data-seats-focus="" onClick={actions.dismiss}>
          {common.keep}
        </button>
        <button
          type="button"
          className="seats-button seats-small seats-danger seats-primary"
          aria-label={texts.revokeFrom({ who: note.row.name })}
          onClick={actions.confirm}
        >
          {texts.revoke}
        </button>
      </div>
    )
  }
  const hasUndo = note.canUndo && can.assignSeat
  return (
    <div className={`seats-note seats-${note.step}`} aria-busy={note.step === 'busy'}>
      <p tabIndex={-1} data-seats-focus="">
        {note.message}
        {hasUndo && note.undoInvites && ` ${texts.undoInvites}`}
      </p>
      {hasUndo && (
        <button type="button" className="seats-button seats-small" onClick={actions.undo}>
          {common.undo}
        </button>
      )}
      {note.step !== 'busy' && (
        <button type="button" className="seats-button seats-small seats-quiet" onClick={actions.dismiss}>
          {common.dismiss}
        </button>
      )}
    </div>
  )
}
