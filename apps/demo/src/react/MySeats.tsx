import { explainError } from '@seats/core/messages'
import { createSecond } from '@seats/core/ui'
import { useMySeats } from '@seats/react'
import { useSyncExternalStore } from 'react'
import { clock } from '../shared/clock.ts'
import { messages } from '../shared/language.ts'
import { mySeatLines } from '../shared/mySeatLines.ts'
import type { Session } from '../shared/session.ts'

const second = createSecond(clock.now)

/** Shows a member only their own seats. */
export function MySeats({ session: { product } }: { session: Session }) {
  const { data: seats, error, isFetching, refetch } = useMySeats({ refetchInterval: 5_000 })
  const now = useSyncExternalStore(second.subscribe, second.getState)
  if (seats === undefined) {
    return error ? (
      <div className="empty" role="alert">
        <h3>{messages.mySeats.loadFailed}</h3>
        <p>{explainError(error, messages)}</p>
        <button className="button" aria-busy={isFetching} onClick={() => refetch()}>
          {messages.common.retry}
        </button>
      </div>
    ) : (
      <p role="status">{messages.mySeats.loading}</p>
    )
  }
  return (
    <section className="mine" aria-label={messages.mySeats.title}>
      <h3>{messages.mySeats.title}</h3>
      {seats.length === 0 && <p>{messages.mySeats.none}</p>}
      <ul>
        {mySeatLines(seats, now).map(({ row, status, when }) => (
          <li key={row.seat.id}>
            <b>{product}</b>
            <span>{status}</span>
            <span className="hint">{when}</span>
          </li>
        ))}
      </ul>
      <p className="hint">{messages.permissions.readOnly}</p>
    </section>
  )
}
