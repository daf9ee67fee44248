import type { CustomerSeat, SeatsError, SeatsList } from '@seats/core'
import { useReinviteSeat, useResendInvitation, useRevokeSeat, useSeatsClient } from '@seats/react'
import { useState } from 'react'
import { explain } from '../shared/explain.ts'
import { revokeTexts } from '../shared/revokeTexts.ts'
import { defaultView, rosterRows, rowName } from '../shared/rosterRows.ts'
import { text } from '../shared/text.ts'
import type { PanelProps } from './PanelProps.ts'
import { RosterTools } from './RosterTools.tsx'
import { SeatRow } from './SeatRow.tsx'

interface Props extends PanelProps {
  roster: SeatsList
  now: number
}

/** Lists everyone who has a seat or an invitation, with buttons for each. */
export function SeatsTable({ roster, now, source, may, notify }: Props) {
  const [view, setView] = useState(defaultView)
  const onError = (error: SeatsError, seat: CustomerSeat) =>
    notify({ kind: 'problem', message: text.failed(rowName(seat), explain(error)) })
  const resend = useResendInvitation(source, {
    onSuccess: (_, seat) => notify({ kind: 'done', message: text.resent(rowName(seat)) }),
    onError,
  })
  const reinvite = useReinviteSeat(source, {
    onSuccess: (_, seat) => notify({ kind: 'done', message: text.reinvited(rowName(seat)) }),
    onError,
  })
  const revoke = useRevokeSeat(source, {
    onMutate: (seat) => notify({ kind: 'busy', message: revokeTexts(seat).running, takesFocus: true }),
    onSuccess: (_, seat) => {
      const { done, canUndo } = revokeTexts(seat)
      notify({ kind: 'done', message: done, ...(canUndo && { undo: seat }) })
    },
    onError,
  })

  // A visitor's clock can be wrong, and the server decides when an invitation has expired.
  const expiredBy = Math.min(now, useSeatsClient().earliestNow())
  const everyone = rosterRows(roster, defaultView, expiredBy)
  const rows = rosterRows(roster, view, expiredBy)
  if (everyone.length === 0) {
    return (
      <div className="empty">
        <h3>{text.emptyTitle}</h3>
        <p>{text.empty}</p>
      </div>
    )
  }
  return (
    <div className="people">
      <RosterTools view={view} onChange={setView} />
      <table>
        <caption aria-live="polite">{text.people(rows.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.columns.person}</th>
            <th scope="col">{text.columns.status}</th>
            <th scope="col">{text.columns.when}</th>
            <th scope="col">
              <span className="visually-hidden">{text.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SeatRow
              key={row.seat.id}
              row={row}
              now={now}
              may={may}
              isResending={resend.isPending && resend.variables.id === row.seat.id}
              onResend={() => resend.mutate(row.seat)}
              onReinvite={() => reinvite.mutate(row.seat)}
              onRevoke={() => revoke.mutate(row.seat)}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <div className="empty">
          <p>{text.nothingFound}</p>
          <button className="button" onClick={() => setView(defaultView)}>
            {text.showEveryone}
          </button>
        </div>
      )}
    </div>
  )
}
