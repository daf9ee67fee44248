import type { CustomerSeat, SeatSource, SeatSubscription } from '@seats/core'
import { sourceKey } from '../contract/sourceKey.ts'
import { pickSeat } from '../contract/pick.ts'
import type { VersionedValue } from '../store/SeatsStore.ts'
import { identifierKey, kindsByStrength, type IdentifierKind } from './SeatPerson.ts'
import { sortableTime } from './sortableTime.ts'

/** Returns the key of a source's record. */
export const indexKey = (source: SeatSource): string | undefined => {
  const key = sourceKey(source)
  return key === undefined ? undefined : `index:${key}`
}

/** A row of the roster as it was at the time `atMs`, in milliseconds since 1970. */
export interface IndexedSeat {
  seat: CustomerSeat
  atMs: number
}

/** The seat that the person with this id or address had last on a source. */
export interface LastSeat {
  seatId: string
  claimedAt: string | null
  /** Null while the person has the seat. */
  revokedAt: string | null
  /** True if somebody of the team revoked the seat through the guard. */
  isByHand: boolean
  /**
   * The person's ids, which are stronger than an address. They are kept here because a revoked row no longer says who
   * had the seat.
   */
  ids: { member_id: string | null; external_member_id: string | null }
}

/**
 * The fields of a subscription that decide whether its seats count, as they were at the time `atMs`, in milliseconds
 * since 1970.
 */
export interface IndexedSubscription {
  status: string
  endedAt: string | null
  pastDueAt: string | null
  atMs: number
}

export const rowField = (seatId: string): string => `row:${seatId}`

export const identifierField = (kind: IdentifierKind, identifier: string): string =>
  `identifier:${kind}:${identifierKey[kind](identifier)}`

/** Fields of a source's record. */
export type Fields = Record<string, VersionedValue>

/**
 * Says where a fact comes from. `guard` stands for the answer to a change that somebody in the team made through the
 * guard.
 */
export type Origin = 'list' | 'event' | 'guard'

/**
 * Returns the end of a version. If two facts have the same time, a fact from `list` or `guard` replaces one from
 * `event`, because an event can arrive late.
 */
const originSuffix = (origin: Origin) => (origin === 'event' ? '' : '!')

/** Returns the fields that store a row, and the fields by which its occupant is found. */
export function seatFields(seat: CustomerSeat, atMs: number, origin: Origin): Fields {
  const seatTime = sortableTime(seat.modified_at ?? seat.created_at)
  const memberTime = seat.member === null ? '' : sortableTime(seat.member.modified_at ?? seat.member.created_at)
  const row: IndexedSeat = { seat: pickSeat(seat), atMs }
  const fields: Fields = {
    [rowField(seat.id)]: { version: `${seatTime}|${memberTime}${originSuffix(origin)}`, value: JSON.stringify(row) },
  }
  const isActive = seat.status !== 'revoked'
  const isRevokedByHand = origin === 'guard' && !isActive
  const identifiers = identifiersOf(seat)
  const lastSeat: LastSeat = {
    seatId: seat.id,
    claimedAt: seat.claimed_at,
    revokedAt: isActive ? null : seat.revoked_at,
    isByHand: isRevokedByHand,
    ids: { member_id: identifiers.member_id, external_member_id: identifiers.external_member_id },
  }
  const value = JSON.stringify(lastSeat)
  // Polar's event of the same revoke does not say that it was by hand. The suffix `~` makes this version greater, so
  // that the event does not replace this field.
  const version = `${memberTime > seatTime ? memberTime : seatTime}${isRevokedByHand ? '~' : ''}`
  for (const kind of kindsByStrength) {
    const identifier = identifiers[kind]
    if (identifier) fields[identifierField(kind, identifier)] = { version, value }
  }
  return fields
}

/** Returns the identifiers of a row's occupant. A revoked row still has them in a webhook event, but not in a list. */
export function identifiersOf({
  member,
  member_id,
  email,
  customer_email,
}: CustomerSeat): Record<IdentifierKind, string | null> {
  return {
    member_id: member_id ?? member?.id ?? null,
    external_member_id: member?.external_id ?? null,
    email: email ?? customer_email ?? member?.email ?? null,
  }
}

/**
 * Returns the fields that store the status of a subscription. `modified_at` is read as an unknown field, because core's
 * type does not have it.
 */
export function subscriptionFields(
  { status, ended_at, past_due_at, ...others }: SubscriptionStatusFields,
  atMs: number,
  origin: Origin,
): Fields {
  const indexed: IndexedSubscription = { status, endedAt: ended_at ?? null, pastDueAt: past_due_at ?? null, atMs }
  const { modified_at, created_at } = others
  const time = [modified_at, created_at].find((value) => typeof value === 'string') ?? ''
  return { subscription: { version: sortableTime(time) + originSuffix(origin), value: JSON.stringify(indexed) } }
}

export interface SubscriptionStatusFields extends Pick<SeatSubscription, 'status' | 'past_due_at'> {
  ended_at?: string | null | undefined
  modified_at?: unknown
  created_at?: unknown
}

/** Returns a field that stores a time. The time is the version too, so the store keeps the latest time. */
export const timeField = (atMs: number): VersionedValue => ({
  version: String(atMs).padStart(16, '0'),
  value: String(atMs),
})
