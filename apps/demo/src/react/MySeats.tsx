import { en, explainError } from '@seats/core/messages'
import { createSecond } from '@seats/core/ui'
import { useMySeats } from '@seats/react'
import { useSyncExternalStore } from 'react'
import { clock } from '../shared/clock.ts'
import { mySeatLines } from '../shared/mySeatLines.ts'
import type { Session } from '../shared/session.ts'

const second = createSecond(clock.now)

/** Shows a member their own seats, and nobody else's. */
export function MySeats({ session: { product } }: { session: Session }) {
  const { data: seats, error, isFetching, refetch } = useMySeats({ refetchInterval: 5_000 })
  const now = useSyncExternalStore(second.subscribe, second.now)
  if (seats === undefined) {
    return error ? (
      <div className="empty" role="alert">
        <h3>{en.mySeats.loadFailed}</h3>
        <p>{explainError(error, en)}</p>
        <button className="button" aria-busy={isFetching} onClick={() => refetch()}>
          {en.common.retry}
        </button>
      </div>
    ) : (
      <p role="status">{en.mySeats.loading}</p>
    )
  }
  return (
    <section className="mine" aria-label={en.mySeats.title}>
      <h3>{en.mySeats.title}</h3>
      {seats.length === 0 && <p>{en.mySeats.none}</p>}
      <ul>
        {mySeatLines(seats, now).map(({ row, status, when }) => (
          <li key={row.seat.id}>
            <b>{product}</b>
            <span>{status}</span>
            <span className="hint">{when}</span>
          </li>
        ))}
      </ul>
      <p className="hint">{en.permissions.readOnly}</p>
    </section>
  )
}
