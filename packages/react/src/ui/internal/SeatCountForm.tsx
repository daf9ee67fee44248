import { seatCountLimits, seatPrice, type SeatPermissions, type SeatsList, type SeatSubscription } from '@seats/core'
import { answeredRoster, firstCount, limitsFor, readCount } from '@seats/core/ui'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import type { CountSlots } from '../CountSlots.ts'
import { useAllMessages } from './useAllMessages.ts'

interface Props extends CountSlots {
  subscription: SeatSubscription
  roster: SeatsList
  permissions: SeatPermissions
  /** The count that the form shows at first. Default: the present count, or the nearest count that is allowed. */
  draft: string | undefined
  onDraft: (typed: string) => void
  onChoose: (count: number) => void
  onCancel: () => void
}

/** A form for the seat count. The price of the typed count is computed here from the tiers, at each key press. */
export function SeatCountForm({
  subscription,
  roster,
  permissions,
  draft,
  onDraft,
  onChoose,
  onCancel,
  renderPriceDetails,
}: Props): ReactElement {
  const messages = useAllMessages()
  const { seatCount, common } = messages
  const id = useId()
  const seats = subscription.seats ?? 0
  const limits = limitsFor(seatCountLimits(subscription, answeredRoster(roster)), subscription, permissions)
  const initialCount = firstCount(seats, limits)
  const [typed, setTyped] = useState(draft ?? String(initialCount))
  const { count, problem } = readCount(typed, limits, messages)
  const { currency, recurring_interval, recurring_interval_count } = subscription
  const shownCount = count ?? initialCount
  const steps = [
    { by: -1, sign: '−', label: seatCount.fewer, isAtLimit: shownCount <= limits.minimum },
    { by: 1, sign: '+', label: seatCount.more, isAtLimit: shownCount >= limits.maximum },
  ]

  function type(text: string) {
    setTyped(text)
    onDraft(text)
  }
  const isNew = count !== undefined && count !== seats
  function submit(event: FormEvent) {
    event.preventDefault()
    if (isNew) onChoose(count)
  }

  return (
    <form className="seats-seat-count" noValidate onSubmit={submit}>
      <label htmlFor={id}>{seatCount.label}</label>
      <div className="seats-count-line">
        <input
          id={id}
          className="seats-input"
          type="number"
          data-seats-focus=""
          inputMode="numeric"
          min={limits.minimum}
          max={limits.maximum}
          value={typed}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => type(event.target.value)}
        />
        {steps.map(({ by, sign, label, isAtLimit }) => (
          <button
            key={sign}
            type="button"
            className="seats-button seats-icon-button"
            aria-label={label}
            aria-disabled={isAtLimit}
            onClick={() => isAtLimit || type(String(shownCount + by))}
          >
            {sign}
          </button>
        ))}
      </div>
      <p id={`${id}-problem`} className="seats-field-problem" role="alert">
        {problem}
      </p>
      {count !== undefined && (
        <output htmlFor={id}>
          {seatCount.price({
            count,
            amount: seatPrice(subscription, count),
            currency,
            interval: recurring_interval,
            intervals: recurring_interval_count,
          })}
        </output>
      )}
      {renderPriceDetails?.({ seats: count, preview: undefined })}
      <div className="seats-dialog-foot">
        <button type="button" className="seats-button" onClick={onCancel}>
          {common.cancel}
        </button>
        <button className="seats-button seats-primary" aria-disabled={!isNew}>
          {seatCount.review}
        </button>
      </div>
    </form>
  )
}
