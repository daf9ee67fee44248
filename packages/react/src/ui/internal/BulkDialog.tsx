import type { SeatsList } from '@seats/core'
import { bulkRows, previewBulk } from '@seats/core/ui/bulk'
import { useState, type ReactElement } from 'react'
import { useAssignSeats, useSeats } from '../../exports/index.ts'
import type { PartProps } from '../PartProps.ts'
import { BulkForm } from './BulkForm.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import { Dialog } from './Dialog.tsx'
import { useMessages } from './useMessages.ts'

interface Props extends Pick<PartProps, 'source'> {
  onClose: () => void
}

const nobody: SeatsList = { seats: [], total_seats: 0, available_seats: 0 }

/** Shows a preview, then the progress, then a result for each person. */
export function BulkDialog({ source, onClose }: Props): ReactElement {
  const { bulk, common } = useMessages()
  const [typed, setTyped] = useState('')
  const { data: roster = nobody } = useSeats(source)
  const job = useAssignSeats(source)
  const hasBegun = job.status === 'running' || job.report !== null
  const preview = previewBulk(typed, roster)

  function startOver() {
    job.reset()
    setTyped('')
  }

  return (
    <Dialog title={bulk.title} close={common.close} onClose={onClose}>
      {() =>
        hasBegun ? (
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
        )
      }
    </Dialog>
  )
}
