// src/Team.tsx
import {
  findSeat,
  isInvitationExpired,
  isNobodysSeat,
  isOptimisticSeat,
  useAssignSeat,
  useReinviteSeat,
  useResendInvitation,
  useRevokeSeat,
  useSeats,
  useSeatsClient,
  useSeatsSummary,
} from '@seats/react'
import { useState } from 'react'

export function Team({ subscriptionId }: { subscriptionId: string }) {
  const source = { subscription_id: subscriptionId }
  const [email, setEmail] = useState('')
  const { data: roster, error } = useSeats(source, { live: true })
  const { data: summary } = useSeatsSummary(source)
  const assign = useAssignSeat(source)
  const revoke = useRevokeSeat(source)
  const resend = useResendInvitation(source)
  const reinvite = useReinviteSeat(source)
  // The server's time, because a visitor's clock can be wrong.
  const { earliestNow } = useSeatsClient()
  const { error: inviteError, variables: invitee } = assign
  // A revoke can make these two errors untrue.
  const isInviteErrorOver =
    (inviteError?.code === 'SeatAlreadyAssigned' && roster && invitee && !findSeat(roster, invitee)) ||
    (inviteError?.code === 'SeatNotAvailable' && roster && roster.available_seats > 0)
  const problem = error ?? revoke.error ?? resend.error ?? reinvite.error

  return (
    <section>
      {summary && <meter max={summary.total} value={summary.used} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          assign.mutate({ email }, { onSuccess: () => setEmail('') })
        }}
      >
        <input type="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
        <button disabled={assign.isPending}>Invite</button>
        {inviteError && !isInviteErrorOver && (
          <p role="alert">{inviteError.fieldErrors.email?.[0] ?? inviteError.detail}</p>
        )}
      </form>
      {problem && <p role="alert">{problem.detail}</p>}
      <ul>
        {roster?.seats
          .filter((seat) => seat.status !== 'revoked')
          .map((seat) => (
            <li key={seat.id}>
              {isNobodysSeat(seat) ? 'Nobody' : seat.customer_email} · {seat.status}
              {!isOptimisticSeat(seat) && (
                <>
                  <button onClick={() => revoke.mutate(seat)}>Revoke</button>
                  {seat.status === 'pending' &&
                    (isInvitationExpired(seat, { now: earliestNow() }) ? (
                      <button onClick={() => reinvite.mutate(seat)}>Invite again</button>
                    ) : (
                      <button onClick={() => resend.mutate(seat)}>Send again</button>
                    ))}
                </>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}
