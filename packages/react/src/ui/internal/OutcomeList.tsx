import { countOutcomes, type BulkRow } from '@seats/core/ui/bulk'
import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

/** Shows the number of each outcome, then a row with the reason for each person. */
export function OutcomeList({ title, rows }: { title: string; rows: BulkRow[] }): ReactElement {
  const messages = useMessages()
  const { outcomes } = messages.bulk
  return (
    <section className="seats-outcomes" aria-label={title}>
      <h4>{title}</h4>
      <ul className="seats-outcome-counts">
        {countOutcomes(rows, messages).map(({ outcome, count }) => (
          <li key={outcome} className={`seats-outcome seats-${outcome}`}>
            <b>{count}</b> {outcomes[outcome]}
          </li>
        ))}
      </ul>
      <ul className="seats-outcome-rows" tabIndex={0} aria-label={title}>
        {rows.map(({ who, outcome, reason }, index) => (
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
