import { isInvitationExpired, type CustomerSeat } from '@seats/core'
import type { FoundName, IndexedPerson } from '../rosterIndex/createRosterIndex.ts'
import { namesOf, type IndexedSubscription } from '../rosterIndex/indexFields.ts'
import { nameKey, nameKinds, type NameKind, type SeatPerson } from '../rosterIndex/SeatPerson.ts'
import type { NoAccessReason } from './SeatGateAnswer.ts'

/** Returns the time of the newest news about a person's row, in milliseconds since 1970. */
export const rosterAtMs = (person: SeatPerson, { lastListedAtMs, found }: IndexedPerson): number =>
  Math.max(lastListedAtMs ?? 0, decideName(person, found).row?.atMs ?? 0)

/** The answer about a person on one source, and the time at which it was true. */
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
 * Says whether a person has a seat, by what the index knows. The table, from top to bottom:
 *
 * | subscription                 | row                                            | answer                        |
 * | ---------------------------- | ---------------------------------------------- | ----------------------------- |
 * | ended, or a status that does not count | any                                  | `ended`, `paused` or `lapsed` |
 * | counts                       | of another person with that address            | `conflict`                    |
 * | counts                       | claimed                                        | seated                        |
 * | counts                       | pending                                        | `pending` or `expired`        |
 * | past due                     | revoked since, not by hand, and claimed before | `lapsed`, or seated in grace  |
 * | counts                       | revoked, or none                               | `not_seated`                  |
 */
export function judgeAccess(person: SeatPerson, known: IndexedPerson, options: JudgeOptions): Judgement {
  const { subscription, nowMs } = options
  const listedAtMs = known.lastListedAtMs ?? 0
  if (known.isMissing) return { seated: false, reason: 'not_seated', atMs: listedAtMs }
  const { row, lost, isConflict } = decideName(person, known.found)
  const facts = [Math.max(listedAtMs, row?.atMs ?? 0), ...(subscription ? [subscription.atMs] : [])]
  const atMs = Math.min(...facts)
  const no = (reason: NoAccessReason): Judgement => ({ seated: false, reason, atMs })

  const lapsedSince = subscription && lapseOf(subscription, lost)
  if (subscription && !doesCount(subscription, options)) {
    if (subscription.status === 'past_due') {
      return { ...no('lapsed'), ...(subscription.pastDueAt !== null && { lapsedSince: subscription.pastDueAt }) }
    }
    return no(subscription.status === 'paused' ? 'paused' : 'ended')
  }
  if (isConflict) return no('conflict')
  if (row?.seat.status === 'claimed') return { seated: true, seat: row.seat, atMs }
  if (row?.seat.status === 'pending') {
    return no(isInvitationExpired(row.seat, { now: nowMs }) ? 'expired' : 'pending')
  }
  if (lost === undefined || lapsedSince === undefined) return no('not_seated')
  const isInGrace = options.graceMs > 0 && nowMs < Date.parse(lapsedSince) + options.graceMs
  return isInGrace ? { seated: true, seat: lost.row.seat, atMs, lapsedSince } : { ...no('lapsed'), lapsedSince }
}

/** At Polar, a canceled subscription can still have seats. They do not count. */
const doesCount = ({ status, endedAt }: IndexedSubscription, { statuses, nowMs }: JudgeOptions) =>
  statuses.includes(status) && (endedAt === null || Date.parse(endedAt) > nowMs)

/** Returns the time at which the person lost a claimed seat, if they lost it in the present lapse. */
function lapseOf({ status, pastDueAt }: IndexedSubscription, lost: FoundName | undefined): string | undefined {
  const { claimedAt, revokedAt, isByHand } = lost?.named ?? {}
  if (status !== 'past_due' || pastDueAt === null || isByHand || !claimedAt) return undefined
  // If the event of a revoke did not arrive, only the row shows the revoke, until somebody else gets that row.
  const lostAt = revokedAt ?? (lost?.row.seat.claimed_at === claimedAt ? lost.row.seat.revoked_at : null)
  return lostAt === null || Date.parse(lostAt) < Date.parse(pastDueAt) ? undefined : lostAt
}

interface DecidedName {
  /** The row that the person has now. */
  row?: FoundName['row'] | undefined
  /** The name by which the person had a seat, if the row is not theirs any more. */
  lost?: FoundName | undefined
  isConflict: boolean
}

/**
 * Decides which row is the person's. The strongest name that has a row decides alone. A weaker one counts only if the
 * row has no stronger name of another person: addresses are given to new people.
 */
function decideName(person: SeatPerson, found: FoundName[]): DecidedName {
  const present = found.find(({ kind, row }) => row.seat.status !== 'revoked' && isNamed(row.seat, person, kind))
  if (present !== undefined) {
    return { row: present.row, isConflict: isOfAnother(person, present.kind, namesOf(present.row.seat)) }
  }
  const [last] = found
  const isTheirs = last !== undefined && !isOfAnother(person, last.kind, last.named.names)
  return { lost: isTheirs ? last : undefined, isConflict: false }
}

/** Returns whether a row that was found by one name has a stronger name, and that one is another person's. */
function isOfAnother(person: SeatPerson, kind: NameKind, names: Partial<Record<NameKind, string | null>>): boolean {
  const stronger = nameKinds.slice(0, nameKinds.indexOf(kind))
  return stronger.some((other) => isOther(other, names[other] ?? null, person))
}

const isNamed = (seat: CustomerSeat, person: SeatPerson, kind: NameKind) => {
  const [name, wanted] = [namesOf(seat)[kind], person[kind]]
  return Boolean(name && wanted) && nameKey[kind](name ?? '') === nameKey[kind](wanted ?? '')
}

/** Every row has a member id. So a person whose member id was not given can still be the row's person. */
function isOther(kind: NameKind, name: string | null, person: SeatPerson): boolean {
  const wanted = person[kind]
  if (name === null || (kind === 'member_id' && !wanted)) return false
  return !wanted || nameKey[kind](name) !== nameKey[kind](wanted)
}
