import type { BulkOutcome, BulkRow, OutcomeCount } from '@seats/core/ui'
import { useState, type ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

interface Props {
  title: string
  rows: BulkRow[]
  counts: OutcomeCount[]
}

/**
 * Shows the number of each outcome, then a row with the reason for each person. A click on a number shows only its
 * rows.
 */
export function OutcomeList({ title, rows, counts }: Props): ReactElement {
  const { outcomes } = useMessages().bulk
  const [chosen, setChosen] = useState<BulkOutcome>()
  const only = counts.some(({ outcome }) => outcome === chosen) ? chosen : undefined
  const shown = only === undefined ? rows : rows.filter(({ outcome }) => outcome === only)
  return (
    <section className="seats-outcomes" aria-label={title}>
      <h4>{title}</h4>
      <ul className="seats-outcome-counts">
        {counts.map(({ outcome, count }) => (
          <li key={outcome}>
            <button
              type="button"
              className={`seats-button seats-small seats-outcome seats-${outcome}`}
              aria-pressed={outcome === only}
              onClick={() => setChosen(outcome === only ? undefined : outcome)}
            >
              <span>
                <b>{count}</b> {outcomes[outcome]}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ul className="seats-outcome-rows" tabIndex={0} aria-label={title}>
        {shown.map(({ who, outcome, reason }, index) => (
          <li key={index}>
            <span className="seats-outcome-who">{who}</span>
            <span className={`seats-outcome seats-${outcome}`}>{outcomes[outcome]}</span>
            {reason && <span className="seats-outcome-reason">{reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
