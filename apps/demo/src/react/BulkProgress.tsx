import type { UseAssignSeatsResult } from '@seats/react'
import { bulkStatus, downloadResults, openCount, type BulkRow } from '../shared/bulk.ts'
import { text } from '../shared/text.ts'
import { OutcomeList } from './OutcomeList.tsx'

interface Props {
  job: UseAssignSeatsResult
  rows: BulkRow[]
  onStartOver: () => void
}

/** Shows the progress of the job, then the result for each person. */
export function BulkProgress({ job, rows, onStartOver }: Props) {
  const { status, progress, cancel, resume } = job
  const open = openCount(rows)
  return (
    <div className="bulk">
      <progress aria-label={text.bulk.progress} max={progress?.total ?? 1} value={progress?.done ?? 0} />
      <p role="status" aria-busy={status === 'running'}>
        {bulkStatus(job, rows)}
      </p>
      <OutcomeList title={text.bulk.results} rows={rows} />
      <div className="dialog-foot">
        {status === 'running' ? (
          <button className="button" onClick={cancel}>
            {text.bulk.cancel}
          </button>
        ) : (
          <>
            <button className="button quiet" onClick={onStartOver}>
              {text.bulk.again}
            </button>
            <button className="button" onClick={() => downloadResults(rows)}>
              {text.bulk.download}
            </button>
            {open > 0 && (
              <button className="button primary" onClick={resume}>
                {text.bulk.resume(open)}
              </button>
            )}
          </>
        )}
      </div>
    </div>
  )
}
