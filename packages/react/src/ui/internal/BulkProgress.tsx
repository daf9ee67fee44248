import type { BulkScreen } from '@seats/core/ui'
import { downloadResults } from '@seats/core/ui/bulk'
import { useState, type ReactElement } from 'react'
import type { InviteSlots } from '../InviteSlots.ts'
import { OutcomeList } from './OutcomeList.tsx'
import { useAllMessages } from './useAllMessages.ts'
import { useIsStable } from './useIsStable.ts'

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
  const [isStopping, setStopping] = useState(false)
  // After “Stop”, other buttons appear in its place, which a second click on “Stop” must not press.
  const isEarly = !useIsStable(step)
  const whenSettled = (act: () => void) => () => isEarly || act()
  function goOn() {
    setStopping(false)
    onGoOn()
  }
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
          <button
            key="stop"
            type="button"
            className="seats-button"
            aria-disabled={isStopping}
            onClick={() => {
              setStopping(true)
              onStop()
            }}
          >
            {isStopping ? bulk.stopping : bulk.stop}
          </button>
        ) : (
          <>
            <button
              key="again"
              type="button"
              className="seats-button seats-quiet"
              aria-disabled={isEarly}
              onClick={whenSettled(onStartOver)}
            >
              {bulk.again}
            </button>
            <button
              key="download"
              type="button"
              className="seats-button"
              aria-disabled={isEarly}
              onClick={whenSettled(() => downloadResults(rows))}
            >
              {bulk.download}
            </button>
            {remainingCount > 0 && (
              <button
                key="goOn"
                type="button"
                className="seats-button seats-primary"
                aria-disabled={isEarly}
                onClick={whenSettled(goOn)}
              >
                {bulk.resume({ count: remainingCount })}
              </button>
            )}
          </>
        )}
      </div>
    </div>
  )
}
