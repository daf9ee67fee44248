import type { CustomerSeat, SeatSource, SeatSubscription } from '@seats/core'
import { sourceKey } from '../contract/sourceKey.ts'
import { pickSeat } from '../contract/pick.ts'
import type { VersionedValue } from '../store/SeatsStore.ts'
import { nameKey, nameKinds, type NameKind } from './SeatPerson.ts'
import { sortableTime } from './sortableTime.ts'

/** Returns the key of a source's record. */
export const recordKey = (source: SeatSource): string | undefined => {
  const key = sourceKey(source)
  return key === undefined ? undefined : `index:${key}`
}

/** A row of the roster as it was at a time, in milliseconds since 1970. */
export interface IndexedSeat {
  seat: CustomerSeat
  atMs: number
}

/** The last seat that a name had on a source. */
export interface NamedSeat {
  seatId: string
  claimedAt: string | null
  /** Null while the person has the seat. */
  revokedAt: string | null
  /** True if somebody of the team revoked it. */
  isByHand: boolean
  /** The names that are stronger than an address. Later rows do not show who lost the seat. */
  names: { member_id: string | null; external_member_id: string | null }
}

/**
 * The fields of a subscription that decide whether its seats count, as they were at a time in milliseconds since 1970.
 */
export interface IndexedSubscription {
  status: string
  endedAt: string | null
  pastDueAt: string | null
  atMs: number
}

export const rowField = (seatId: string): string => `row:${seatId}`

export const nameField = (kind: NameKind, name: string): string => `name:${kind}:${nameKey[kind](name)}`

/** Fields of a source's record. */
export type Fields = Record<string, VersionedValue>

/** The origin of a fact. `hand`: the answer to a change that somebody in the team made through the guard. */
export type Origin = 'list' | 'event' | 'hand'

/** If two facts have the same time, a list or an own change replaces an event, because an event can arrive late. */
const originMark = (origin: Origin) => (origin === 'event' ? '' : '!')

/** Returns the fields that store a row, and the names of its occupant. */
export function seatFields(seat: CustomerSeat, atMs: number, origin: Origin): Fields {
  const seatTime = sortableTime(seat.modified_at ?? seat.created_at)
  const memberTime = seat.member === null ? '' : sortableTime(seat.member.modified_at ?? seat.member.created_at)
  const row: IndexedSeat = { seat: pickSeat(seat), atMs }
  const fields: Fields = {
    [rowField(seat.id)]: { version: `${seatTime}|${memberTime}${originMark(origin)}`, value: JSON.stringify(row) },
  }
  const isActive = seat.status !== 'revoked'
  const isOwnRevoke = origin === 'hand' && !isActive
  const names = namesOf(seat)
  const named: NamedSeat = {
    seatId: seat.id,
    claimedAt: seat.claimed_at,
    revokedAt: isActive ? null : seat.revoked_at,
    isByHand: isOwnRevoke,
    names: { member_id: names.member_id, external_member_id: names.external_member_id },
  }
  const value = JSON.stringify(named)
  // Polar's event of the same revoke does not say that it was by hand. The mark keeps the event from replacing this
  // fact.
  const version = `${memberTime > seatTime ? memberTime : seatTime}${isOwnRevoke ? '~' : ''}`
  for (const kind of nameKinds) {
    const name = names[kind]
    if (name) fields[nameField(kind, name)] = { version, value }
  }
  return fields
}

/** Returns the names of a row's occupant. A revoked row of a list has none, but a revoked row of an event has them. */
export function namesOf({ member, member_id, email, customer_email }: CustomerSeat): Record<NameKind, string | null> {
  return {
    member_id: member_id ?? member?.id ?? null,
    external_member_id: member?.external_id ?? null,
    email: email ?? customer_email ?? member?.email ?? null,
  }
}

/** Returns the fields that store the status of a subscription. `modified_at` is not in core's type. */
export function subscriptionFields(
  { status, ended_at, past_due_at, ...others }: SubscriptionStatusFields,
  atMs: number,
  origin: Origin,
): Fields {
  const indexed: IndexedSubscription = { status, endedAt: ended_at ?? null, pastDueAt: past_due_at ?? null, atMs }
  const { modified_at, created_at } = others
  const time = [modified_at, created_at].find((value) => typeof value === 'string') ?? ''
  return { subscription: { version: sortableTime(time) + originMark(origin), value: JSON.stringify(indexed) } }
}

export interface SubscriptionStatusFields extends Pick<SeatSubscription, 'status' | 'past_due_at'> {
  ended_at?: string | null | undefined
  modified_at?: unknown
  created_at?: unknown
}

/** Returns a field that holds the newest of the times that are stored in it. */
export const timeField = (atMs: number): VersionedValue => ({
  version: String(atMs).padStart(16, '0'),
  value: String(atMs),
})
