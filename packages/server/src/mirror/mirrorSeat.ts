import { seatOccupant, type CustomerSeat } from '@seats/core'
import { preciseTime } from '../internal/microseconds.ts'
import { assignedAtMicroseconds } from '../lapses/assignedAtMicroseconds.ts'
import type { SeatCause } from '../lapses/SeatCause.ts'
import type { MirrorSeat } from './MirrorTable.ts'

export interface SeatChange {
  seat: CustomerSeat
  /** The reason, if the seat is revoked. */
  cause: SeatCause
  /** True for a roster that was read, false for an event, which may arrive late. */
  isRead: boolean
}

/**
 * Returns the row after this change, or `undefined` if the row stays as it is. Only a newer state replaces an older
 * one, so changes may arrive in any order, and more than once. An older event can only add the last person of a revoked
 * row.
 */
export function mirrorSeat(
  previous: MirrorSeat | undefined,
  { seat, cause, isRead }: SeatChange,
): MirrorSeat | undefined {
  const version = seatVersion(seat)
  if (previous === undefined) return createRow(seat, version, personOf(seat), revokeCause(seat, cause))
  const isSameAssignment = assignedAtMicroseconds(previous) === assignedAtMicroseconds(seat)
  if (version < previous.version) return isSameAssignment ? withLastPerson(previous, seat) : undefined
  // A roster may correct a state with the same version. An event may not, because it may arrive late.
  if (version === previous.version && !isRead) return undefined
  const knownCause = isSameAssignment && previous.revoked_at === seat.revoked_at ? previous.revoked_cause : null
  const row = createRow(
    seat,
    version,
    personOf(seat) ?? (isSameAssignment ? previous : null),
    revokeCause(seat, knownCause === null || knownCause === 'unknown' ? cause : knownCause),
  )
  return isEqual(row, previous) ? undefined : row
}

type Person = Pick<MirrorSeat, 'email' | 'member_id' | 'external_member_id' | 'name' | 'customer_id'>

/**
 * Returns the version of a seat: the times of the seat's and the member's last change. A change of a member, such as a
 * new address, does not change `modified_at` of the seat.
 */
function seatVersion({ modified_at, created_at, member }: CustomerSeat): string {
  const memberTime = member?.modified_at ?? member?.created_at
  return `${preciseTime(modified_at ?? created_at)} ${memberTime === undefined ? '' : preciseTime(memberTime)}`.trim()
}

/** Returns the version of a seat after its member has changed. */
export const withMemberTime = (version: string, memberTime: string): string =>
  `${version.split(' ')[0]} ${preciseTime(memberTime)}`

/**
 * Returns the person that the seat names. For a revoked seat, the event of the revoke still names the person, but a
 * roster does not.
 */
function personOf(seat: CustomerSeat): Person | null {
  const { member, customer_id } = seat
  const occupant = seatOccupant({ ...seat, status: 'claimed' })
  if (occupant === null || (occupant.email === null && occupant.member_id === null)) {
    return seat.status === 'revoked' ? null : { ...noPerson, customer_id }
  }
  return { ...occupant, customer_id: customer_id ?? member?.customer_id ?? null }
}

const noPerson: Person = { email: null, member_id: null, external_member_id: null, name: null, customer_id: null }

/** Adds the last person to a revoked row, if an older event still names them. */
function withLastPerson(previous: MirrorSeat, seat: CustomerSeat): MirrorSeat | undefined {
  if (previous.status !== 'revoked' || previous.member_id !== null || previous.email !== null) return undefined
  const person = personOf(seat)
  return person === null ? undefined : { ...previous, ...person }
}

const revokeCause = ({ status }: CustomerSeat, cause: SeatCause) => (status === 'revoked' ? cause : null)

function createRow(
  seat: CustomerSeat,
  version: string,
  person: Person | null,
  revoked_cause: SeatCause | null,
): MirrorSeat {
  const { email, member_id, external_member_id, name, customer_id } = person ?? noPerson
  return {
    id: seat.id,
    source_id: seat.subscription_id ?? seat.order_id ?? '',
    source_kind: seat.subscription_id === null ? 'order' : 'subscription',
    status: seat.status,
    email,
    member_id,
    external_member_id,
    name,
    customer_id,
    metadata: seat.seat_metadata,
    invitation_token_expires_at: seat.invitation_token_expires_at,
    claimed_at: seat.claimed_at,
    revoked_at: seat.revoked_at,
    revoked_cause,
    version,
  }
}

/**
 * Compares rows as JSON with sorted keys, because a database may return the columns and the keys of the metadata in
 * another order.
 */
const isEqual = (a: MirrorSeat, b: MirrorSeat) => sortedJson(a) === sortedJson(b)

const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
