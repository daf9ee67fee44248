import { seatTime, type RosterRow } from '@seats/core/ui'
import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'
import { useNow } from './useNow.ts'

/** Shows when the occupant joined or was invited, and for how long the invitation can still be accepted. */
export function RowTime({ row }: { row: RosterRow }): ReactElement {
  const messages = useMessages()
  const now = useNow()
  const expiresAt = row.status === 'pending' ? row.seat.invitation_token_expires_at : null
  return (
    <>
      {seatTime(row, now, messages)}
      {expiresAt && now !== undefined && (
        <span className="seats-countdown">{messages.row.expiresIn({ at: expiresAt, now })}</span>
      )}
      {row.status === 'expired' && <span className="seats-countdown">{messages.row.hasExpired}</span>}
    </>
  )
}
