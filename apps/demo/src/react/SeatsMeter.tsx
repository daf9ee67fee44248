import type { RosterSummary } from '@seats/core'
import { meterParts } from '../shared/meterParts.ts'
import { text } from '../shared/text.ts'

/** Shows how many seats are used, by status. */
export function SeatsMeter({ summary }: { summary: RosterSummary }) {
  const { used, total } = summary
  const parts = meterParts(summary)
  return (
    <div className="meter">
      <p className="meter-title">
        <strong>{used}</strong> {text.usedOf(total)}
      </p>
      <div
        className="meter-bar"
        role="meter"
        aria-label={text.used}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(used, total)}
        aria-valuetext={text.usedNow(used, total)}
      >
        {parts.map(({ name, count }) => (
          <span key={name} className={`meter-part ${name}`} style={{ flexGrow: count }} hidden={count === 0} />
        ))}
      </div>
      <ul className="meter-legend">
        {parts.map(({ name, count }) => (
          <li key={name} className={name}>
            <span className={`status-mark ${name}`} aria-hidden="true" />
            {text.meter[name]} <b>{count}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
