import { countOutcomes, type BulkRow } from '../shared/bulk.ts'
import { text } from '../shared/text.ts'

const { outcomes } = text.bulk

/** Shows the number of each outcome, then a row with the reason for each person. */
export function OutcomeList({ title, rows }: { title: string; rows: BulkRow[] }) {
  return (
    <section className="outcomes" aria-label={title}>
      <h4>{title}</h4>
      <ul className="outcome-counts">
        {countOutcomes(rows).map(({ outcome, count }) => (
          <li key={outcome} className={`outcome ${outcome}`}>
            <b>{count}</b> {outcomes[outcome]}
          </li>
        ))}
      </ul>
      <ul className="outcome-rows" tabIndex={0} aria-label={title}>
        {rows.map(({ who, outcome, reason }, index) => (
          <li key={index}>
            <span className="outcome-who">{who}</span>
            <span className={`outcome ${outcome}`}>{outcomes[outcome]}</span>
            {reason && <span className="outcome-reason">{reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
