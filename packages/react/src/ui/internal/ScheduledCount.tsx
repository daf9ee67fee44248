import { explainError } from '@seats/core/messages'
import { holdFocus } from '@seats/core/ui'
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react'
import { useCancelSeatCountChange, useSubscription } from '../../exports/index.ts'
import type { PartProps } from '../PartProps.ts'
import { usePermissions } from './usePermissions.ts'
import { useAllMessages } from './useAllMessages.ts'

/** Shows a change of the seat count that takes effect at the end of the period, with a button that cancels it. */
export function ScheduledCount({ source }: Pick<PartProps, 'source'>): ReactElement {
  const messages = useAllMessages()
  const { seatCount } = messages
  const can = usePermissions(source)
  const { data: subscription } = useSubscription(source, { live: true })
  const element = useRef<HTMLDivElement>(null)
  const [keptSeats, setKeptSeats] = useState<number | null>(null)
  const cancel = useCancelSeatCountChange(source, { onSuccess: (kept) => setKeptSeats(kept.seats) })
  const { seats, pending_update: pending } = subscription ?? {}
  const isScheduled = Boolean(pending?.seats)
  // The message is true until the count changes, or until another change is scheduled.
  if (keptSeats !== null && (keptSeats !== seats || isScheduled)) setKeptSeats(null)
  useLayoutEffect(() => {
    if (keptSeats !== null && element.current) holdFocus(element.current)
  }, [keptSeats])
  return (
    <div ref={element} className="seats-notice">
      {seats && pending?.seats ? (
        <p className="seats-banner">
          <span>{seatCount.scheduled({ count: pending.seats, at: pending.applies_at })}</span>
          {can.reduceSeats && (
            <button
              type="button"
              className="seats-button seats-small"
              aria-disabled={cancel.isPending}
              onClick={() => cancel.isPending || cancel.mutate({ seen: subscription })}
            >
              {seatCount.keep({ count: seats })}
            </button>
          )}
        </p>
      ) : null}
      <p className="seats-said" role="status" tabIndex={-1} data-seats-focus="">
        {keptSeats !== null && seatCount.kept({ count: keptSeats })}
      </p>
      <p className="seats-field-problem" role="alert">
        {isScheduled && cancel.error && explainError(cancel.error, messages)}
      </p>
    </div>
  )
}
