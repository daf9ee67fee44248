import { useMySeats, useSeatsClient } from '@seats/react'
import { second } from '../shared/clock.ts'
import { explain } from '../shared/explain.ts'
import { formatCountdown, formatSince } from '../shared/format.ts'
import { myRows, seatTime } from '../shared/rosterRows.ts'
import type { Session } from '../shared/session.ts'
import { text } from '../shared/text.ts'
import { useStore } from './useStore.ts'

/** Shows a member their own seats, and nobody else's. */
export function MySeats({ session: { product } }: { session: Session }) {
  const { data: seats, error, isFetching, refetch } = useMySeats()
  const now = useStore(second)
  const expiredBy = Math.min(now, useSeatsClient().earliestNow())
  if (seats === undefined) {
    return error ? (
      <div className="empty" role="alert">
        <h3>{text.mine.loadFailed}</h3>
        <p>{explain(error)}</p>
        <button className="button" aria-busy={isFetching} onClick={() => refetch()}>
          {text.retry}
        </button>
      </div>
    ) : (
      <p role="status">{text.mine.loading}</p>
    )
  }
  return (
    <section className="mine" aria-label={text.mine.title}>
      <h3>{text.mine.title}</h3>
      {seats.length === 0 && <p>{text.mine.none}</p>}
      <ul>
        {myRows(seats, expiredBy).map((row) => (
          <li key={row.seat.id}>
            <b>{product}</b>
            <span className={`status ${row.status}`}>
              <span className={`status-mark ${row.status}`} aria-hidden="true" />
              {row.status === 'other' ? row.seat.status : text.status[row.status]}
            </span>
            <span className="hint">
              {seatTime(row, formatSince(row.since, now))}
              {row.status === 'pending' && row.seat.invitation_token_expires_at && (
                <>. {text.expiresIn(formatCountdown(row.seat.invitation_token_expires_at, now))}</>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="hint">{text.mine.readOnly}</p>
    </section>
  )
}
