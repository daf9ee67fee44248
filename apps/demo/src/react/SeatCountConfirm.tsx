import type { SeatSource, SeatSubscription } from '@seats/core'
import { useSeatCountPreview, useUpdateSeatCount } from '@seats/react'
import { useEffect, useRef } from 'react'
import { explain } from '../shared/explain.ts'
import { priceScreen, settleMs } from '../shared/seatCount.ts'
import { text } from '../shared/text.ts'
import { useSettled } from './useSettled.ts'

interface Props {
  source: SeatSource
  subscription: SeatSubscription
  seats: number
  onDone: (message: string) => void
  onCancel: () => void
}

/** Asks for the price of a seat count, once. Its button carries that price, and is off until it is there. */
export function SeatCountConfirm({ source, subscription, seats, onDone, onCancel }: Props) {
  const preview = useSeatCountPreview(source, seats)
  // The second click of a double click can come before `isPending` does.
  const isSent = useRef(false)
  const update = useUpdateSeatCount(source, {
    onError: () => {
      isSent.current = false
    },
    // The dialog stays until the second click of a double click has passed.
    onSuccess: (_, { seen: paid }) => setTimeout(() => onDone(priceScreen(paid, subscription).done), settleMs),
  })
  const seen = preview.isFetching ? undefined : preview.data
  const screen = preview.data && priceScreen(preview.data, subscription)
  const isSettled = useSettled(seen)
  const isOver = update.isSuccess || update.error?.isAmbiguous === true
  const isOff = !seen || !screen?.canConfirm || !isSettled || update.isPending || isOver
  const error = update.error ?? preview.error

  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])

  function confirm() {
    if (isOff || isSent.current) return
    isSent.current = true
    update.mutate({ seats, seen })
  }

  return (
    // A purchase that is under way cannot be called back: the dialog stays until its end is known.
    <div
      className="seat-count"
      onKeyDown={(event) => update.isPending && event.key === 'Escape' && event.preventDefault()}
    >
      <h4 aria-live="polite">{screen?.title ?? text.seatCount.asking}</h4>
      {screen && (
        <dl className="price" aria-busy={preview.isFetching}>
          {screen.lines.map(({ label, value, note }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value} {note && <small>{note}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {screen?.notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
      <p className="field-problem" role="alert">
        {error && explain(error)}
      </p>
      <p role="status" className="hint">
        {update.isPending && text.seatCount.buying}
      </p>
      <div className="dialog-foot">
        <button
          ref={cancel}
          className="button"
          aria-disabled={update.isPending}
          onClick={() => !update.isPending && onCancel()}
        >
          {text.seatCount.cancel}
        </button>
        <button
          className="button primary"
          aria-disabled={isOff}
          aria-busy={preview.isFetching || update.isPending}
          onClick={confirm}
        >
          {screen?.confirm ?? text.seatCount.asking}
        </button>
      </div>
    </div>
  )
}
