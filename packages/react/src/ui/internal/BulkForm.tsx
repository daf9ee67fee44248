import type { SeatsError } from '@seats/core'
import { readTextFile } from '@seats/core/csv'
import { useId, useState, type ReactElement } from 'react'
import type { BulkPreview } from '@seats/core/ui/bulk'
import { explainError } from '@seats/core/messages'
import type { InviteSlots } from '../InviteSlots.ts'
import { OutcomeList } from './OutcomeList.tsx'
import { useAllMessages } from './useAllMessages.ts'

interface Props extends Pick<InviteSlots, 'renderInvitee'> {
  typed: string
  onType: (typed: string) => void
  preview: BulkPreview
  error: SeatsError | null
  /** Whether each person gets the seat at once. Undefined if the user cannot choose this. */
  isAtOnce: boolean | undefined
  onAtOnce: (isAtOnce: boolean) => void
  onStart: () => void
}

/** Takes recipients as text, or from a file that is chosen or dropped. Previews the outcome for each recipient. */
export function BulkForm({
  typed,
  onType,
  preview,
  error,
  isAtOnce,
  onAtOnce,
  onStart,
  renderInvitee,
}: Props): ReactElement {
  const messages = useAllMessages()
  const { bulk, inviteForm } = messages
  const id = useId()
  const [isDraggedOver, setIsDraggedOver] = useState(false)
  const read = async (file: File | undefined) => file && onType(await readTextFile(file))

  return (
    <form
      className="seats-bulk"
      onSubmit={(event) => {
        event.preventDefault()
        if (preview.newcomers > 0) onStart()
      }}
    >
      <label htmlFor={id}>{bulk.label}</label>
      <textarea
        className="seats-input"
        data-seats-focus=""
        id={id}
        rows={6}
        spellCheck={false}
        value={typed}
        data-over={isDraggedOver}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onType(event.target.value)}
        onDragOver={(event) => {
          event.preventDefault()
          setIsDraggedOver(true)
        }}
        onDragLeave={() => setIsDraggedOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsDraggedOver(false)
          void read(event.dataTransfer.files[0])
        }}
      />
      <div className="seats-bulk-file">
        <p id={`${id}-hint`} className="seats-hint">
          {bulk.hint}
        </p>
        <label className="seats-button seats-small">
          {bulk.choose}
          <input
            className="seats-visually-hidden"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(event) => read(event.target.files?.[0])}
          />
        </label>
      </div>
      {isAtOnce !== undefined && (
        <label className="seats-check">
          <input type="checkbox" checked={isAtOnce} onChange={(event) => onAtOnce(event.target.checked)} />
          {inviteForm.claimAtOnce}
        </label>
      )}
      <p className="seats-field-problem" role="alert">
        {error && bulk.notBegun({ why: explainError(error, messages) })}
      </p>
      {preview.rows.length > 0 && (
        <OutcomeList title={bulk.preview} rows={preview.rows} counts={preview.counts} renderInvitee={renderInvitee} />
      )}
      <div className="seats-dialog-foot">
        <button className="seats-button seats-primary" aria-disabled={preview.newcomers === 0}>
          {preview.newcomers === 0 ? bulk.nobody : bulk.start({ count: preview.newcomers })}
        </button>
      </div>
    </form>
  )
}
