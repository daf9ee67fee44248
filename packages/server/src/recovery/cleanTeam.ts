import { microseconds } from '../internal/microseconds.ts'
import { noteKey } from './noteKey.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { recordKey, revokeKey } from './SeatRecord.ts'
import { assignmentKey, type Team } from './Team.ts'

/** Notes about a lost seat are kept for this time: 90 days. */
const keptMicroseconds = 90 * 24 * 3600 * 1_000_000

/**
 * Deletes the notes about seats that were lost more than 90 days ago, the records of seats that were revoked by hand,
 * and old states of the subscription. The record of a seat that somebody still has stays.
 *
 * @param nowMs The time in milliseconds.
 */
export async function cleanTeam(memory: RecoveryMemory, key: string, team: Team, nowMs: number): Promise<void> {
  const oldestMicroseconds = nowMs * 1000 - keptMicroseconds
  for (const record of team.records) {
    const revoke = team.revokes.get(assignmentKey(record))
    if (revoke === undefined) continue
    const isRemoved = revoke.cause === 'person'
    if (isRemoved || revoke.at < oldestMicroseconds) await memory.delete(recordKey(key, record))
  }
  for (const [assignment, { at }] of team.revokes) {
    const [seatId = '', assignedAt = ''] = assignment.split('/')
    if (at < oldestMicroseconds) await memory.delete(revokeKey(key, seatId, Number(assignedAt)))
  }
  for (const { from, to } of team.massRevokes)
    if (to < oldestMicroseconds) await memory.delete(noteKey('massRevoke', key, from))
  for (const [person, { at }] of team.sent)
    if (at < oldestMicroseconds) await memory.delete(noteKey('sent', key, person))
  const versions = team.subscriptionStates.map(({ version }) => version).toSorted()
  for (const version of versions.slice(0, -1)) {
    if (microseconds(version) < oldestMicroseconds) await memory.delete(noteKey('state', key, version))
  }
}
