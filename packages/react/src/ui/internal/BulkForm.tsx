import type { SeatsError } from '@seats/core'
import { readTextFile } from '@seats/core/csv'
import { useId, useRef, useState, type DragEvent, type ReactElement } from 'react'
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
  const { bulk, common, inviteForm } = messages
  const id = useId()
  const [isDraggedOver, setIsDraggedOver] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  // The texts that files have replaced.
  const [replacedTexts, setReplacedTexts] = useState<readonly string[]>([])

  async function read(file: File) {
    const text = await readTextFile(file)
    const replacedText = field.current?.value ?? ''
    if (replacedText.trim() !== '') setReplacedTexts((texts) => [...texts, replacedText])
    onType(text)
  }
  function undo() {
    onType(replacedTexts.at(-1) ?? '')
    setReplacedTexts(replacedTexts.slice(0, -1))
    // The button can disappear.
    field.current?.focus()
  }
  function drop(event: DragEvent) {
    setIsDraggedOver(false)
    const [file] = event.dataTransfer.files
    // The browser itself puts a dropped text into the field.
    if (file === undefined) return
    event.preventDefault()
    void read(file)
  }

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
        ref={field}
        rows={6}
        spellCheck={false}
        value={typed}
        data-over={isDraggedOver}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onType(event.target.value)}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return
          event.preventDefault()
          setIsDraggedOver(true)
        }}
        onDragLeave={() => setIsDraggedOver(false)}
        onDrop={drop}
      />
      <div className="seats-bulk-file">
        <p id={`${id}-hint`} className="seats-hint">
          {bulk.hint}
        </p>
        {replacedTexts.length > 0 && (
          <button type="button" className="seats-button seats-small" onClick={undo}>
            {common.undo}
          </button>
        )}
        <label className="seats-button seats-small">
          {bulk.choose}
          <input
            className="seats-visually-hidden"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file) void read(file)
              // Otherwise, the browser would not report that the same file is chosen again.
              target.value = ''
            }}
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
