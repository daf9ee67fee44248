import type { BulkScreen } from '@seats/core/ui'
import { downloadResults } from '@seats/core/ui/bulk'
import type { ReactElement } from 'react'
import type { InviteSlots } from '../InviteSlots.ts'
import { OutcomeList } from './OutcomeList.tsx'
import { useAllMessages } from './useAllMessages.ts'

interface Props extends Pick<InviteSlots, 'renderInvitee'> {
  screen: BulkScreen
  onStop: () => void
  onGoOn: () => void
  onStartOver: () => void
}

/** Shows the progress of the job, then the result for each person. */
export function BulkProgress({ screen, onStop, onGoOn, onStartOver, renderInvitee }: Props): ReactElement {
  const { bulk } = useAllMessages()
  const { step, rows, counts, done, total, remainingCount, status } = screen
  return (
    <div className="seats-bulk">
      <progress aria-label={bulk.progress} max={Math.max(1, total)} value={total === 0 ? 1 : done} />
      {/* This text gets the focus when the focused button was removed, so that a second Enter does nothing. While the
          job runs, `BulkDialog` announces the progress instead, every few seconds. */}
      <p role="status" aria-live={step === 'running' ? 'off' : 'polite'} tabIndex={-1} data-seats-focus="">
        {status}
      </p>
      <OutcomeList title={bulk.results} {...{ rows, counts, renderInvitee }} />
      <div className="seats-dialog-foot">
        {step === 'running' ? (
          <button key="stop" type="button" className="seats-button" onClick={onStop}>
            {bulk.stop}
          </button>
        ) : (
          <>
            <button key="again" type="button" className="seats-button seats-quiet" onClick={onStartOver}>
              {bulk.again}
            </button>
            <button key="download" type="button" className="seats-button" onClick={() => downloadResults(rows)}>
              {bulk.download}
            </button>
            {remainingCount > 0 && (
              <button key="goOn" type="button" className="seats-button seats-primary" onClick={onGoOn}>
                {bulk.resume({ count: remainingCount })}
              </button>
            )}
          </>
        )}
      </div>
    </div>
  )
}
