import type { SeatPermissions } from '@seats/core'
import { formatCountdown, formatSince } from '../shared/format.ts'
import { seatTime, type RosterRow } from '../shared/rosterRows.ts'
import { text } from '../shared/text.ts'

interface Props {
  row: RosterRow
  now: number
  may: SeatPermissions | undefined
  isResending: boolean
  onResend: () => void
  onReinvite: () => void
  onRevoke: () => void
}

/** Shows one seat, with its buttons. */
export function SeatRow({ row, now, may, isResending, onResend, onReinvite, onRevoke }: Props) {
  const { status, name, address, initials, hue, since, seat } = row
  const expires = status === 'pending' ? seat.invitation_token_expires_at : null
  return (
    <tr className={status}>
      <th scope="row" className="person">
        <span className="avatar" data-hue={hue} aria-hidden="true">
          {initials}
        </span>
        <span className="person-name">{name}</span>
        {address && <span className="person-address">{address}</span>}
      </th>
      <td className="cell-status">
        <span className={`status ${status}`}>
          <span className={`status-mark ${status}`} aria-hidden="true" />
          {status === 'other' ? seat.status : text.status[status]}
        </span>
      </td>
      <td className="cell-when">
        {seatTime(row, formatSince(since, now))}
        {expires && <span className="countdown">{text.expiresIn(formatCountdown(expires, now))}</span>}
        {status === 'expired' && <span className="countdown">{text.hasExpired}</span>}
      </td>
      <td className="cell-actions">
        {may?.resendInvitation && status === 'pending' && (
          <button className="button small" aria-label={text.resendTo(name)} aria-busy={isResending} onClick={onResend}>
            {text.resend}
          </button>
        )}
        {may?.revokeSeat && may.assignSeat && status === 'expired' && (
          <button className="button small" aria-label={text.reinviteWhom(name)} onClick={onReinvite}>
            {text.reinvite}
          </button>
        )}
        {may?.revokeSeat && status === 'nobody' && (
          <button className="button small" aria-label={text.freeNobodys} onClick={onRevoke}>
            {text.free}
          </button>
        )}
        {may?.revokeSeat && status !== 'saving' && status !== 'nobody' && (
          <button className="button small danger" aria-label={text.revokeFrom(name)} onClick={onRevoke}>
            {text.revoke}
          </button>
        )}
      </td>
    </tr>
  )
}
