import { isInvitationExpired, type CustomerSeat } from '@seats/core'
import type { FoundSeat, IndexedPerson } from '../rosterIndex/createStoredIndex.ts'
import { identifiersOf, type IndexedSubscription } from '../rosterIndex/indexFields.ts'
import { identifierKey, kindsByStrength, type IdentifierKind, type SeatPerson } from '../rosterIndex/SeatPerson.ts'
import type { NoAccessReason } from './SeatGateAnswer.ts'

/**
 * Returns the time of the last list of the roster or, if later, of the last event about the person's row. The time is
 * in milliseconds since 1970.
 */
export const rosterAtMs = (person: SeatPerson, { listedAtMs, found }: IndexedPerson): number =>
  Math.max(listedAtMs, findOwnRow(person, found).row?.atMs ?? 0)

/**
 * The answer for a person on one source, and the time at which it was true. `isOutdated` is true if the roster has
 * changed in an unknown way since that time.
 */
export type Judgement = { atMs: number; isOutdated?: boolean; lapsedSince?: string } & (
  | { seated: true; seat: CustomerSeat }
  | { seated: false; reason: NoAccessReason }
)

export interface JudgeOptions {
  /** Undefined for an order, which has no status. */
  subscription: IndexedSubscription | undefined
  /** The statuses of a subscription whose seats count. */
  statuses: readonly string[]
  /** Milliseconds for which a person keeps access after a failed payment cost them the seat. */
  graceMs: number
  nowMs: number
}

/**
 * Decides from the index whether a person has a seat. The first row of this table that fits decides:
 *
 * | subscription                           | row                                            | answer                        |
 * | -------------------------------------- | ---------------------------------------------- | ----------------------------- |
 * | the source does not exist              | none                                           | `not_seated`                  |
 * | ended, or a status that does not count | any                                            | `ended`, `paused` or `lapsed` |
 * | counts                                 | of another person with that address or id      | `conflict`                    |
 * | counts                                 | claimed                                        | seated                        |
 * | counts                                 | pending                                        | `pending` or `expired`        |
 * | past due, and counts                   | revoked since, not by hand, and claimed before | `lapsed`, or seated in grace  |
 * | counts                                 | revoked, or none                               | `not_seated`                  |
 */
export function judgeAccess(person: SeatPerson, indexedPerson: IndexedPerson, options: JudgeOptions): Judgement {
  const { subscription, nowMs } = options
  const { listedAtMs } = indexedPerson
  if (indexedPerson.isMissing) return { seated: false, reason: 'not_seated', atMs: listedAtMs }
  const { row, lost, isConflict } = findOwnRow(person, indexedPerson.found)
  const factTimesMs = [Math.max(listedAtMs, row?.atMs ?? 0), ...(subscription ? [subscription.atMs] : [])]
  const atMs = Math.min(...factTimesMs)
  const refuse = (reason: NoAccessReason): Judgement => ({ seated: false, reason, atMs })

  const lapsedSince = subscription && lapseTime(subscription, lost)
  if (subscription && !isStatusCounted(subscription, options)) {
    if (subscription.status === 'past_due') {
      return { ...refuse('lapsed'), ...(subscription.pastDueAt !== null && { lapsedSince: subscription.pastDueAt }) }
    }
    return refuse(subscription.status === 'paused' ? 'paused' : 'ended')
  }
  if (isConflict) return refuse('conflict')
  if (row?.seat.status === 'claimed') return { seated: true, seat: row.seat, atMs }
  if (row?.seat.status === 'pending') {
    return refuse(isInvitationExpired(row.seat, { now: nowMs }) ? 'expired' : 'pending')
  }
  if (lost === undefined || lapsedSince === undefined) return refuse('not_seated')
  const isInGrace = options.graceMs > 0 && nowMs < Date.parse(lapsedSince) + options.graceMs
  return isInGrace ? { seated: true, seat: lost.row.seat, atMs, lapsedSince } : { ...refuse('lapsed'), lapsedSince }
}

/**
 * Returns whether the seats of a subscription count. A subscription that has ended can still have seats at Polar, so
 * its end is checked too.
 */
const isStatusCounted = ({ status, endedAt }: IndexedSubscription, { statuses, nowMs }: JudgeOptions) =>
  statuses.includes(status) && (endedAt === null || Date.parse(endedAt) > nowMs)

/**
 * Returns the time at which the person lost a claimed seat, if they lost it after the subscription became past due, and
 * not by hand.
 */
function lapseTime({ status, pastDueAt }: IndexedSubscription, lost: FoundSeat | undefined): string | undefined {
  const { claimedAt, revokedAt, isByHand } = lost?.lastSeat ?? {}
  if (status !== 'past_due' || pastDueAt === null || isByHand || !claimedAt) return undefined
  // If the event of the revoke has not arrived, only the row shows the time, and only until another person gets that
  // row.
  const lostAt = revokedAt ?? (lost?.row.seat.claimed_at === claimedAt ? lost.row.seat.revoked_at : null)
  return lostAt === null || Date.parse(lostAt) < Date.parse(pastDueAt) ? undefined : lostAt
}

interface OwnRow {
  /** The row that the person has now. */
  row?: FoundSeat['row'] | undefined
  /** The seat that the person had last, if they have none now. */
  lost?: FoundSeat | undefined
  isConflict: boolean
}

/**
 * Decides which row is the person's. The strongest identifier with a current row decides alone. A row that was found by
 * a weak identifier, such as an address, does not count if a stronger identifier of the row belongs to another person:
 * a company can give an old address to a new person.
 */
function findOwnRow(person: SeatPerson, found: FoundSeat[]): OwnRow {
  const currentSeat = found.find(
    ({ kind, row }) => row.seat.status !== 'revoked' && hasIdentifier(row.seat, person, kind),
  )
  if (currentSeat !== undefined) {
    return {
      row: currentSeat.row,
      isConflict: hasStrongerIdOfOther(person, currentSeat.kind, identifiersOf(currentSeat.row.seat)),
    }
  }
  const [latestSeat] = found
  const wasTheirs = latestSeat !== undefined && !hasStrongerIdOfOther(person, latestSeat.kind, latestSeat.lastSeat.ids)
  return { lost: wasTheirs ? latestSeat : undefined, isConflict: false }
}

/** Returns whether a row that was found by one identifier has a stronger identifier of another person. */
function hasStrongerIdOfOther(
  person: SeatPerson,
  kind: IdentifierKind,
  identifiers: Partial<Record<IdentifierKind, string | null>>,
): boolean {
  const strongerKinds = kindsByStrength.slice(0, kindsByStrength.indexOf(kind))
  return strongerKinds.some((strongerKind) => isOfOther(strongerKind, identifiers[strongerKind] ?? null, person))
}

const hasIdentifier = (seat: CustomerSeat, person: SeatPerson, kind: IdentifierKind) => {
  const [seatIdentifier, personIdentifier] = [identifiersOf(seat)[kind], person[kind]]
  if (!seatIdentifier || !personIdentifier) return false
  return identifierKey[kind](seatIdentifier) === identifierKey[kind](personIdentifier)
}

/**
 * Returns whether an identifier of a row is not the person's. An external member id also counts as another person's if
 * the caller gave none. A member id does not, because nearly every row has one.
 */
function isOfOther(kind: IdentifierKind, identifier: string | null, person: SeatPerson): boolean {
  const personIdentifier = person[kind]
  if (identifier === null || (kind === 'member_id' && !personIdentifier)) return false
  return !personIdentifier || identifierKey[kind](identifier) !== identifierKey[kind](personIdentifier)
}
