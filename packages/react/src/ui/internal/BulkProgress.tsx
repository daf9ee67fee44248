import type { ReactElement } from 'react'
import type { UseAssignSeatsResult } from '../../exports/index.ts'
import { bulkStatus, downloadResults, openCount, type BulkRow } from '@seats/core/ui/bulk'
import { OutcomeList } from './OutcomeList.tsx'
import { useMessages } from './useMessages.ts'

interface Props {
  job: UseAssignSeatsResult
  rows: BulkRow[]
  onStartOver: () => void
}

/** Shows the progress of the job, then the result for each person. */
export function BulkProgress({ job, rows, onStartOver }: Props): ReactElement {
  const messages = useMessages()
  const { bulk } = messages
  const { status, progress, cancel, resume } = job
  const open = openCount(rows)
  return (
    <div className="seats-bulk">
      <progress aria-label={bulk.progress} max={progress?.total ?? 1} value={progress?.done ?? 0} />
      <p role="status" aria-busy={status === 'running'}>
        {bulkStatus(job, rows, messages)}
      </p>
      <OutcomeList title={bulk.results} rows={rows} />
      <div className="seats-dialog-foot">
        {status === 'running' ? (
          <button type="button" className="seats-button" onClick={cancel}>
            {bulk.stop}
          </button>
        ) : (
          <>
            <button type="button" className="seats-button seats-quiet" onClick={onStartOver}>
              {bulk.again}
            </button>
            <button type="button" className="seats-button" onClick={() => downloadResults(rows)}>
              {bulk.download}
            </button>
            {open > 0 && (
              <button type="button" className="seats-button seats-primary" onClick={resume}>
                {bulk.resume({ count: open })}
              </button>
            )}
          </>
        )}
      </div>
    </div>
  )
}
