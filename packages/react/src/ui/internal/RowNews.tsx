import type { RosterRow, RowActions, RowNote } from '@seats/core/ui'
import { useId, type MouseEvent, type ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

interface Props {
  note: RowNote
  actions: RowActions
  act: (action: (row: RosterRow) => void) => (event: MouseEvent) => void
}

/** Asks before a revoke, or tells that a person has no seat any more, in the place of the row's buttons. */
export function RowNews({ note, actions, act }: Props): ReactElement {
  const { common, row: texts } = useMessages()
  const id = useId()
  const who = note.row.name
  if (note.step === 'asking') {
    return (
      <div className="seats-news" role="group" aria-labelledby={id}>
        <p id={id}>{note.message}</p>
        <button type="button" className="seats-button seats-small" data-seats-focus="" onClick={act(actions.dismiss)}>
          {common.keep}
        </button>
        <button
          type="button"
          className="seats-button seats-small seats-danger seats-primary"
          aria-label={texts.revokeFrom({ who })}
          onClick={act(actions.confirm)}
        >
          {texts.revoke}
        </button>
      </div>
    )
  }
  return (
    <div className={`seats-news seats-${note.step}`} aria-busy={note.step === 'busy'}>
      <p tabIndex={-1} data-seats-focus="">
        {note.message}
      </p>
      {note.canUndo && (
        <button type="button" className="seats-button seats-small" onClick={act(actions.undo)}>
          {common.undo}
        </button>
      )}
      {note.step !== 'busy' && (
        <button
          type="button"
          className="seats-button seats-small seats-quiet"
          onClick={(event) => {
            // The row goes away: the focus goes to the next one.
            const row = event.currentTarget.closest('tr')
            const next = row?.nextElementSibling ?? row?.previousElementSibling ?? row?.closest('.seats')
            act((gone) => {
              if (next instanceof HTMLElement) next.focus()
              actions.dismiss(gone)
            })(event)
          }}
        >
          {common.dismiss}
        </button>
      )}
    </div>
  )
}
