import type { SeatsError } from '@seats/core'
import { readTextFile } from '@seats/core/csv'
import { useId, useState } from 'react'
import type { BulkPreview } from '../shared/bulk.ts'
import { explain } from '../shared/explain.ts'
import { text } from '../shared/text.ts'
import { OutcomeList } from './OutcomeList.tsx'

interface Props {
  typed: string
  onType: (typed: string) => void
  preview: BulkPreview
  error: SeatsError | null
  onStart: () => void
}

/** Takes recipients as text, or from a file that is chosen or dropped, and previews the outcome for each. */
export function BulkForm({ typed, onType, preview, error, onStart }: Props) {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const read = async (file: File | undefined) => file && onType(await readTextFile(file))

  return (
    <form
      className="bulk"
      onSubmit={(event) => {
        event.preventDefault()
        onStart()
      }}
    >
      <label htmlFor={id}>{text.bulk.label}</label>
      <textarea
        id={id}
        rows={6}
        spellCheck={false}
        value={typed}
        data-over={isOver}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onType(event.target.value)}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsOver(false)
          void read(event.dataTransfer.files[0])
        }}
      />
      <div className="bulk-file">
        <p id={`${id}-hint`} className="hint">
          {text.bulk.hint}
        </p>
        <label className="button small">
          {text.bulk.choose}
          <input
            className="visually-hidden"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(event) => read(event.target.files?.[0])}
          />
        </label>
      </div>
      <p className="field-problem" role="alert">
        {error && text.bulk.notBegun(explain(error))}
      </p>
      {preview.rows.length > 0 && <OutcomeList title={text.bulk.preview} rows={preview.rows} />}
      <div className="dialog-foot">
        <button className="button primary" disabled={preview.newcomers === 0}>
          {preview.newcomers === 0 ? text.bulk.nobody : text.bulk.start(preview.newcomers)}
        </button>
      </div>
    </form>
  )
}
