import { getSubscription, type SeatsClient, type SeatsList, type SeatSource } from '@seats/core'
import { sourceKey } from '../contract/sourceKey.ts'
import { microseconds } from '../internal/microseconds.ts'
import { assignedAtMicroseconds } from '../lapses/assignedAtMicroseconds.ts'
import { causeOfRevoke, evidenceOf } from '../lapses/causeOfRevoke.ts'
import { readSubscriptionState, type SubscriptionState } from '../lapses/SubscriptionState.ts'
import { customerKey, noteKey } from './noteKey.ts'
import { writeNote } from './notes.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { recordKey, recordOf, revokeKey } from './SeatRecord.ts'
import { assignmentKey, findOverlapping, readTeam, type Team } from './Team.ts'

/** What `captureTeam` has read about a team: the notes, the roster and the state of the subscription. */
export interface Capture {
  key: string
  team: Team
  roster: SeatsList
  /** Null for an order. */
  subscriptionState: SubscriptionState | null
}

export interface CaptureParams {
  client: SeatsClient
  memory: RecoveryMemory
  source: SeatSource
  signal: AbortSignal | undefined
}

/** Returns the key under which notes about a source are kept. */
export const keyOf = (source: SeatSource): string => sourceKey(source) ?? JSON.stringify(source)

/** Returns the source of a key. */
export function sourceOf(key: string): SeatSource {
  const [kind, id = ''] = key.split(':')
  return kind === 'order' ? { order_id: id } : { subscription_id: id }
}

/** Reads a subscription, and notes its state. Resolves with null for an order. */
export async function captureSubscriptionState({
  client,
  memory,
  source,
  signal,
}: CaptureParams): Promise<SubscriptionState | null> {
  const { subscription_id } = source
  if (subscription_id === undefined) return null
  const subscriptionState = readSubscriptionState(await getSubscription(client, { subscription_id }, { signal }))
  if (subscriptionState !== undefined) await noteSubscriptionState(memory, keyOf(source), subscriptionState)
  return subscriptionState ?? null
}

export const noteSubscriptionState = (
  memory: RecoveryMemory,
  key: string,
  subscriptionState: SubscriptionState,
): Promise<void> => writeNote(memory, noteKey('state', key, subscriptionState.version), subscriptionState)

/**
 * Reads a subscription and its roster. Writes the notes that are missing: who is seated, and which rows were revoked
 * and why. Call it before other people get the revoked rows.
 *
 * @param earlierRead The state of the subscription, if the caller has just read and noted it.
 */
export async function captureTeam(
  params: CaptureParams,
  earlierRead?: { subscriptionState: SubscriptionState | null },
): Promise<Capture> {
  const { client, memory, source, signal } = params
  const key = keyOf(source)
  const roster = await client.listSeats(source, { signal })
  // A subscription that the caller has not read is read after the roster. An older state of it could not explain every
  // revoke on the roster.
  const subscriptionState =
    earlierRead === undefined ? await captureSubscriptionState(params) : earlierRead.subscriptionState
  const team = await readTeam(memory, key)
  const evidence = evidenceOf(roster.seats, team.subscriptionStates)
  const notedKeys = new Set(team.records.map((record) => recordKey(key, record)))
  for (const seat of roster.seats) {
    const record = recordOf(seat)
    if (record !== undefined) {
      if (notedKeys.has(recordKey(key, record))) continue
      await writeNote(memory, recordKey(key, record), record)
      if (record.customerId !== null) await memory.set(customerKey(record.customerId, key), '1')
      team.records.push(record)
      continue
    }
    const start = assignedAtMicroseconds(seat)
    if (start === undefined || seat.revoked_at === null) continue
    const assignment = { seatId: seat.id, assignedAt: start }
    const noteBefore = team.revokes.get(assignmentKey(assignment))
    if (noteBefore !== undefined && noteBefore.cause !== 'unknown') continue
    const at = microseconds(seat.revoked_at)
    const cause = source.order_id === undefined ? causeOfRevoke(at, evidence) : 'person'
    if (noteBefore?.cause === cause) continue
    const note = { at, cause }
    await writeNote(memory, revokeKey(key, seat.id, start), note)
    team.revokes.set(assignmentKey(assignment), note)
  }
  for (const { from, to } of evidence.massRevokes) {
    const cause = causeOfRevoke(from, evidence)
    if (cause !== 'lapse' && cause !== 'ended') continue
    if (findOverlapping(team.massRevokes, { from, to }) !== undefined) continue
    await writeNote(memory, noteKey('massRevoke', key, from), { from, to, cause })
    team.massRevokes.push({ from, to, cause })
  }
  return { key, team, roster, subscriptionState }
}
