import { seatCountLimits, seatPrice, type SeatPermissions, type SeatsList, type SeatSubscription } from '@seats/core'
import { useId, useState, type FormEvent } from 'react'
import { formatMoney } from '../shared/format.ts'
import { limitsFor, readCount } from '../shared/seatCount.ts'
import { text } from '../shared/text.ts'

interface Props {
  subscription: SeatSubscription
  roster: SeatsList
  may: SeatPermissions
  onChoose: (count: number) => void
  onCancel: () => void
}

/** Takes a seat count. Its price is reckoned here, by the tiers, at each key. */
export function SeatCountForm({ subscription, roster, may, onChoose, onCancel }: Props) {
  const id = useId()
  const seats = subscription.seats ?? 0
  const [typed, setTyped] = useState(String(seats))
  const limits = limitsFor(seatCountLimits(subscription, roster), subscription, may)
  const { count, problem } = readCount(typed, limits)
  const { currency, recurring_interval, recurring_interval_count } = subscription
  const step = (by: number) => setTyped(String((count ?? seats) + by))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (count !== undefined && count !== seats) onChoose(count)
  }

  return (
    <form className="seat-count" noValidate onSubmit={submit}>
      <label htmlFor={id}>{text.seatCount.label}</label>
      <div className="count-line">
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={limits.minimum}
          max={limits.maximum}
          value={typed}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button
          type="button"
          className="button icon-button"
          aria-label={text.seatCount.fewer}
          disabled={(count ?? seats) <= limits.minimum}
          onClick={() => step(-1)}
        >
          −
        </button>
        <button
          type="button"
          className="button icon-button"
          aria-label={text.seatCount.more}
          disabled={(count ?? seats) >= limits.maximum}
          onClick={() => step(1)}
        >
          +
        </button>
      </div>
      <p id={`${id}-problem`} className="field-problem" role="alert">
        {problem}
      </p>
      {count !== undefined && (
        <output htmlFor={id}>
          {text.seatCount.price(
            count,
            formatMoney(seatPrice(subscription, count), currency),
            recurring_interval,
            recurring_interval_count,
          )}
        </output>
      )}
      <div className="dialog-foot">
        <button type="button" className="button" onClick={onCancel}>
          {text.seatCount.cancel}
        </button>
        <button className="button primary" disabled={count === undefined || count === seats}>
          {text.seatCount.review}
        </button>
      </div>
    </form>
  )
}
