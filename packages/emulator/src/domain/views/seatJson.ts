import { formatTime } from '../../clock/formatTime.ts'
import type { MemberRow, SeatRow } from '../../storage/database/rows.ts'

const jsonText = (value: string | null) => (value === null ? 'null' : JSON.stringify(value))
const quotedOrNull = (value: string | null) => (value === null ? 'null' : `"${value}"`)
const timeJson = (microseconds: number | null) => (microseconds === null ? 'null' : `"${formatTime(microseconds)}"`)

const memberJson = (member: MemberRow) =>
  `{"id":"${member.id}","created_at":${timeJson(member.created_at)},"modified_at":${timeJson(member.modified_at)},` +
  `"customer_id":"${member.customer_id}","email":${jsonText(member.email)},"name":${jsonText(member.name)},` +
  `"external_id":${jsonText(member.external_id)},"role":"${member.role}"}`

/**
 * Returns a seat as JSON text. An object would be slower for a long roster, and JavaScript would round some numbers of
 * the metadata. `customerEmail` is shown if neither the seat nor the member has an email.
 */
export const seatJson = (seat: SeatRow, member: MemberRow | undefined, customerEmail: string | null): string =>
  `{"created_at":${timeJson(seat.created_at)},"modified_at":${timeJson(seat.modified_at)},"id":"${seat.id}",` +
  `"subscription_id":${seat.source_kind === 'subscription' ? `"${seat.source_id}"` : 'null'},` +
  `"order_id":${seat.source_kind === 'order' ? `"${seat.source_id}"` : 'null'},"status":"${seat.status}",` +
  `"customer_id":${quotedOrNull(seat.customer_id)},"member_id":${quotedOrNull(seat.member_id)},` +
  `"member":${member ? memberJson(member) : 'null'},"email":${jsonText(seat.email)},` +
  `"customer_email":${jsonText(seat.email || member?.email || customerEmail)},` +
  `"invitation_token_expires_at":${timeJson(seat.invitation_token_expires_at)},"claimed_at":${timeJson(seat.claimed_at)},` +
  `"revoked_at":${timeJson(seat.revoked_at)},"seat_metadata":${seat.metadata}}`
