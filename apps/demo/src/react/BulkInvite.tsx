import type { SeatsList } from '@seats/core'
import { useAssignSeats } from '@seats/react'
import { useId, useRef, useState } from 'react'
import { bulkRows, previewBulk } from '../shared/bulk.ts'
import { text } from '../shared/text.ts'
import { BulkForm } from './BulkForm.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import type { PanelProps } from './PanelProps.ts'

/** Invites many people: shows a preview, then the progress, then a result for each person. */
export function BulkInvite({ source, roster }: Pick<PanelProps, 'source'> & { roster: SeatsList }) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const job = useAssignSeats(source)
  const hasBegun = job.status === 'running' || job.report !== null
  const preview = previewBulk(typed, roster)

  function startOver() {
    job.reset()
    setTyped('')
  }

  return (
    <>
      <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
        {job.status === 'running' && job.progress
          ? text.bulk.running(job.progress.done, job.progress.total)
          : text.bulk.open}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
        <header className="dialog-head">
          <h3 id={id}>{text.bulk.title}</h3>
          <button type="button" className="button small quiet" onClick={() => dialog.current?.close()}>
            {text.bulk.close}
          </button>
        </header>
        {hasBegun ? (
          <BulkProgress
            job={job}
            rows={[...(job.report ? bulkRows(job.report) : []), ...preview.unread]}
            onStartOver={startOver}
          />
        ) : (
          <BulkForm
            typed={typed}
            onType={setTyped}
            preview={preview}
            error={job.error}
            onStart={() => job.start(preview.recipients)}
          />
        )}
      </dialog>
    </>
  )
}
