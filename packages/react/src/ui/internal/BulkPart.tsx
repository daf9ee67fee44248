import { discardBulkJob } from '@seats/core/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'
import { useSeatsClient } from '../../exports/index.ts'
import type { InviteSlots } from '../InviteSlots.ts'
import type { PartProps } from '../PartProps.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { useBulkScreen } from './useBulkScreen.ts'
import { useJobState } from './useJobState.ts'
import { useKeepBulkJob } from './useKeepBulkJob.ts'
import { useAllMessages } from './useAllMessages.ts'

interface Props extends Pick<PartProps, 'source'>, Pick<InviteSlots, 'renderInvitee'> {
  /** Defined while the dialog is open. With `goOn`, the job continues at once. */
  openMode: 'view' | 'goOn' | undefined
  /**
   * Called with the progress of a running job as text, for the button that opens the dialog. Otherwise called with
   * `undefined`.
   */
  onLabel: (label: string | undefined) => void
  onGoOn: () => void
  onDiscard: () => void
  onClose: () => void
}

/**
 * The part of the bulk invitation that is loaded when it is needed: the dialog, and an offer to continue a job that ended
 * before everybody was invited, for example because the page was reloaded or no seat was free.
 */
export function BulkPart({
  source,
  renderInvitee,
  openMode,
  onLabel,
  onGoOn,
  onDiscard,
  onClose,
}: Props): ReactElement | null {
  const { bulk } = useAllMessages()
  const client = useSeatsClient()
  const queryClient = useQueryClient()
  useKeepBulkJob(source)
  // The typed text is kept when the dialog is closed.
  const [draft, setDraft] = useState('')
  const { step, done, total, remainingCount } = useBulkScreen(source, useJobState(source))
  const label = step === 'running' && total > 0 ? bulk.running({ done, total }) : undefined
  useEffect(() => onLabel(label), [onLabel, label])
  if (openMode) {
    return (
      <BulkDialog
        {...{ source, renderInvitee, draft }}
        goesOn={openMode === 'goOn'}
        onBegin={() => setDraft('')}
        onDraft={setDraft}
        onClose={onClose}
      />
    )
  }
  if (step !== 'ended' || remainingCount === 0) return null
  return (
    <div className="seats-banner" role="group" aria-label={bulk.progress}>
      <span>{bulk.unfinished({ done: total - remainingCount, total })}</span>
      <button type="button" className="seats-button seats-small" onClick={onGoOn}>
        {bulk.resume({ count: remainingCount })}
      </button>
      <button
        type="button"
        className="seats-button seats-small seats-quiet"
        onClick={() => {
          discardBulkJob(client, source, queryClient)
          onDiscard()
        }}
      >
        {bulk.discard}
      </button>
    </div>
  )
}
