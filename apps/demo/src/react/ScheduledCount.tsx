import type { SeatPermissions } from '@seats/core'
import { useCancelSeatCountChange, useSubscription } from '@seats/react'
import { explain } from '../shared/explain.ts'
import { formatDay } from '../shared/format.ts'
import { text } from '../shared/text.ts'
import type { PanelProps } from './PanelProps.ts'

interface Props extends Pick<PanelProps, 'source' | 'notify'> {
  may: SeatPermissions
}

/** Shows a change of the seat count that waits for the end of the period, with a button that takes it back. */
export function ScheduledCount({ source, may, notify }: Props) {
  const { data: subscription } = useSubscription(source, { live: true })
  const cancel = useCancelSeatCountChange(source, {
    onSuccess: ({ seats }) => notify({ kind: 'done', message: text.seatCount.kept(seats ?? 0), takesFocus: true }),
    onError: (error) => notify({ kind: 'problem', message: explain(error) }),
  })
  const { seats, pending_update: pending } = subscription ?? {}
  if (!seats || !pending?.seats) return null
  return (
    <p className="banner">
      <span>{text.seatCount.scheduled(pending.seats, formatDay(pending.applies_at))}</span>
      {may.reduceSeats && (
        <button className="button small" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
          {text.seatCount.keep(seats)}
        </button>
      )}
    </p>
  )
}
