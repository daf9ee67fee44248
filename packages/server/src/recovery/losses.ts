import type { CustomerSeat, SeatsList } from '@seats/core'
import { microseconds } from '../internal/microseconds.ts'
import { assignedAtMicroseconds } from '../lapses/assignedAtMicroseconds.ts'
import { causeOfRevoke, type Evidence } from '../lapses/causeOfRevoke.ts'
import { lapsesOf } from '../lapses/lapsesOf.ts'
import type { RecoveryAction } from './RecoveryPlan.ts'
import type { RecoveryPerson, SeatRecord } from './SeatRecord.ts'
import { assignmentKey, type RevokeNote, type Team } from './Team.ts'

/**
 * Finds out when and why a person lost a seat: from the note of the event, or from the row if nobody else has got that
 * row since. Returns `undefined` if neither shows it.
 */
export function findRevoke(
  record: SeatRecord,
  { revokes, massRevokes }: Team,
  rows: ReadonlyMap<string, CustomerSeat>,
  evidence: Evidence,
): RevokeNote | undefined {
  const note = revokes.get(assignmentKey(record))
  const row = rows.get(record.seatId)
  const isOwnRow = row?.status === 'revoked' && assignedAtMicroseconds(row) === record.assignedAt
  const at = note?.at ?? (isOwnRow ? microseconds(row.revoked_at ?? '') : undefined)
  if (at === undefined) return undefined
  if (note !== undefined && note.cause !== 'unknown') return note
  const massRevoke = massRevokes.find(({ from, to }) => from <= at && at <= to)
  return { at, cause: massRevoke?.cause ?? causeOfRevoke(at, evidence) }
}

/** Returns the action for a person, which depends on how they lost their seat. */
export function actionFor(
  { status, expiresAt }: SeatRecord,
  currentSeat: CustomerSeat | undefined,
  revoke: RevokeNote | undefined,
): RecoveryAction {
  if (currentSeat !== undefined) return 'seated'
  if (revoke === undefined || revoke.cause === 'unknown') return 'unsure'
  if (revoke.cause === 'person') return 'revoked'
  if (status === 'claimed') return 'claim'
  return expiresAt !== null && microseconds(expiresAt) <= revoke.at ? 'expired' : 'invite'
}

/** The times of a lapse, in microseconds. */
export interface LapseTimes {
  from: number
  to: number
}

/** Returns the times of the latest lapse, or `undefined` if none is known. */
export function lapseTimes({ subscriptionStates }: Team): LapseTimes | undefined {
  const lapse = lapsesOf(subscriptionStates).at(-1)
  return lapse && { from: microseconds(lapse.from), to: lapse.to === null ? Infinity : microseconds(lapse.to) }
}

/**
 * Returns whether a person belongs in the plan: their loss is not settled, or they have got a seat again since the
 * lapse began. A person whose seat was revoked by hand belongs only if that happened during the lapse.
 */
export function belongsInPlan(
  lapse: LapseTimes | undefined,
  settledAt: number,
  currentSeat: CustomerSeat | undefined,
  revoke: RevokeNote | undefined,
): boolean {
  const isLapseUnsettled = lapse !== undefined && settledAt < lapse.from
  if (currentSeat !== undefined) return isLapseUnsettled && (assignedAtMicroseconds(currentSeat) ?? 0) >= lapse.from
  // The person has no seat, but it is not known when they lost it.
  if (revoke === undefined) return isLapseUnsettled
  if (revoke.at <= settledAt) return false
  return revoke.cause !== 'person' || (isLapseUnsettled && lapse.from <= revoke.at && revoke.at <= lapse.to)
}

/**
 * Returns whether a recovery may have seated this person before a crash, and the person may have lost that seat since.
 * This is possible if a row was assigned after the call and then revoked, and no event has said whose row it was.
 */
export function mayHaveLostAgain({ key }: RecoveryPerson, { records, sent }: Team, { seats }: SeatsList): boolean {
  const note = sent.get(key)
  if (note === undefined || note.seat !== undefined) return false
  const recordedAssignments = new Set(records.map(assignmentKey))
  return seats.some((seat) => {
    const start = assignedAtMicroseconds(seat)
    return (
      seat.status === 'revoked' &&
      start !== undefined &&
      start >= note.at &&
      !recordedAssignments.has(assignmentKey({ seatId: seat.id, assignedAt: start }))
    )
  })
}
