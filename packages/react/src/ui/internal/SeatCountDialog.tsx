import { explainError } from '@seats/core/messages'
import type { CountNews } from '@seats/core/ui'
import { useState, type ReactElement } from 'react'
import { useSeats, useSubscription } from '../../exports/index.ts'
import type { CountSlots } from '../CountSlots.ts'
import type { PartProps } from '../PartProps.ts'
import { Dialog } from './Dialog.tsx'
import { SeatCountConfirm } from './SeatCountConfirm.tsx'
import { SeatCountForm } from './SeatCountForm.tsx'
import { usePermissions } from './usePermissions.ts'
import { useAllMessages } from './useAllMessages.ts'

export interface SeatCountDialogProps extends Pick<PartProps, 'source'>, CountSlots {
  manageBillingUrl?: string | undefined
  /** The count whose price is shown at once. Without this count, the user chooses a count first. */
  seats?: number | undefined
  /** The typed count. Undefined if no count was typed, or if the user has canceled or changed the count. */
  draft: string | undefined
  onDraft: (draft: string | undefined) => void
  onDone: (news: CountNews) => void
  onClose: () => void
}

/** Changes the seat count: first the count is chosen, unless it is given, then its price is confirmed. */
export function SeatCountDialog({
  source,
  manageBillingUrl,
  seats,
  renderPriceDetails,
  draft,
  onDraft,
  onDone,
  onClose,
}: SeatCountDialogProps): ReactElement {
  const messages = useAllMessages()
  const { seatCount, common } = messages
  const can = usePermissions(source)
  const [chosen, setChosen] = useState(seats)
  const rosterQuery = useSeats(source)
  const subscriptionQuery = useSubscription(source)
  const { data: roster } = rosterQuery
  const { data: subscription } = subscriptionQuery
  const isLoading = subscription === undefined || roster === undefined
  const failedQueries = [subscriptionQuery, rosterQuery].filter(({ data, error }) => error && !data)
  const isOffline = subscriptionQuery.isPaused || rosterQuery.isPaused
  const hasFailed = failedQueries.length > 0
  const step = isLoading ? (hasFailed ? 'failed' : 'loading') : chosen === undefined ? 'count' : 'price'
  return (
    <Dialog title={seatCount.title} isNarrow step={step} onClose={onClose}>
      {(close) => {
        const cancel = () => {
          onDraft(undefined)
          close()
        }
        return isLoading ? (
          <div className="seats-seat-count">
            {hasFailed ? (
              <p role="alert" className="seats-field-problem">
                {explainError(failedQueries[0]?.error, messages)}
              </p>
            ) : (
              <p role="status">{isOffline ? common.offline : seatCount.loading}</p>
            )}
            <div className="seats-dialog-foot">
              <button type="button" className="seats-button" data-seats-focus="" onClick={close}>
                {common.cancel}
              </button>
              {hasFailed && (
                <button
                  type="button"
                  className="seats-button seats-primary"
                  onClick={() => failedQueries.forEach(({ refetch }) => void refetch())}
                >
                  {common.retry}
                </button>
              )}
            </div>
          </div>
        ) : chosen === undefined ? (
          <SeatCountForm
            subscription={subscription}
            roster={roster}
            permissions={can}
            {...{ draft, onDraft, renderPriceDetails }}
            onChoose={setChosen}
            onCancel={cancel}
          />
        ) : (
          <SeatCountConfirm
            source={source}
            manageBillingUrl={manageBillingUrl}
            subscription={subscription}
            seats={chosen}
            isAllowed={can.buySeats}
            renderPriceDetails={renderPriceDetails}
            onDone={(news) => {
              cancel()
              onDone(news)
            }}
            onCancel={cancel}
          />
        )
      }}
    </Dialog>
  )
}
