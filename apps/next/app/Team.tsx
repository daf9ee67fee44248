'use client'

import { useRevokeSeat, useSeats, useSeatsSummary, type SeatSource } from '@seats/react'

export function Team({ source }: { source: SeatSource }) {
  const { data: roster, error } = useSeats(source)
  const { data: summary } = useSeatsSummary(source)
  const revoke = useRevokeSeat(source)
  const problem = error ?? revoke.error
  return (
    <main>
      <h1>{summary ? `${summary.used} of ${summary.total} seats used` : 'One moment…'}</h1>
      {problem && <p role="alert">{problem.detail}</p>}
      <ul>
        {roster?.seats
          .filter((seat) => seat.status !== 'revoked')
          .map((seat) => (
            <li key={seat.id}>
              {seat.customer_email} <button onClick={() => revoke.mutate(seat)}>Revoke</button>
            </li>
          ))}
      </ul>
    </main>
  )
}
