import { bulkRowStep, firstRows, type BulkOutcome, type BulkRow, type OutcomeCount } from '@seats/core/ui'
import { useRef, useState, type ReactElement } from 'react'
import type { InviteSlots } from '../InviteSlots.ts'
import { useAllMessages } from './useAllMessages.ts'

interface Props extends Pick<InviteSlots, 'renderInvitee'> {
  title: string
  rows: BulkRow[]
  counts: OutcomeCount[]
}

/**
 * Shows how many people have each outcome, then a row for each person. A click on an outcome shows only its rows, and
 * another click shows all again. A long list shows its first rows, and a button for more.
 */
export function OutcomeList({ title, rows, counts, renderInvitee }: Props): ReactElement {
  const messages = useAllMessages()
  const { outcomes } = messages.bulk
  const [chosen, setChosen] = useState<BulkOutcome>()
  const shownOutcome = counts.some(({ outcome }) => outcome === chosen) ? chosen : undefined
  const [limit, setLimit] = useState(bulkRowStep)
  const chosenRows = shownOutcome === undefined ? rows : rows.filter(({ outcome }) => outcome === shownOutcome)
  const { shown, moreLabel } = firstRows(chosenRows, limit, messages)
  const list = useRef<HTMLUListElement>(null)

  function choose(outcome: BulkOutcome) {
    setChosen(outcome === shownOutcome ? undefined : outcome)
    setLimit(bulkRowStep)
  }
  function showMore() {
    // The button disappears with the last rows, so the list gets the focus.
    if (limit + bulkRowStep >= chosenRows.length) list.current?.focus()
    setLimit(limit + bulkRowStep)
  }

  return (
    <section className="seats-outcomes" aria-label={title}>
      <h4>{title}</h4>
      <ul className="seats-outcome-counts">
        {counts.map(({ outcome, count }) => (
          <li key={outcome}>
            <button
              type="button"
              className={`seats-button seats-small seats-outcome seats-${outcome}`}
              aria-pressed={outcome === shownOutcome}
              onClick={() => choose(outcome)}
            >
              <span>
                <b>{count}</b> {outcomes[outcome]}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ul className="seats-outcome-rows" ref={list} tabIndex={0} aria-label={title}>
        {shown.map((row, index) => (
          <li key={index}>
            <span className="seats-outcome-who">{renderInvitee ? renderInvitee(row) : row.who}</span>
            <span className={`seats-outcome seats-${row.outcome}`}>{outcomes[row.outcome]}</span>
            {row.reason && <span className="seats-outcome-reason">{row.reason}</span>}
          </li>
        ))}
      </ul>
      {moreLabel && (
        <button type="button" className="seats-button seats-small" onClick={showMore}>
          {moreLabel}
        </button>
      )}
    </section>
  )
}
