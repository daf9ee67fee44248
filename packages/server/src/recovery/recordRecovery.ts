import type { CustomerSeat, SeatMember, SeatSource } from '@seats/core'
import { microseconds } from '../internal/microseconds.ts'
import { assignedAtMicroseconds } from '../lapses/assignedAtMicroseconds.ts'
import type { CauseFinder } from '../lapses/createCauseFinder.ts'
import type { SeatCause } from '../lapses/SeatCause.ts'
import { isLapsed, readSubscriptionState } from '../lapses/SubscriptionState.ts'
import { keyOf, noteSubscriptionState } from './capture.ts'
import { customerKey, deletedMemberKey, noteKey } from './noteKey.ts'
import { deleteNotes, readNotes, readNote, writeNote } from './notes.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { recordKey, recordOf, revokeKey, type SeatRecord } from './SeatRecord.ts'
import { findOverlapping, readHistory, type RevokeNote, type SentNote } from './Team.ts'

/** A team whose seats Polar has revoked, because its subscription is past due or paused. */
export interface LapsedTeam {
  source: SeatSource
  /** The time at which the seats were revoked, as ISO text. */
  since: string
  /** The people who had a seat, as far as they are known. */
  people: SeatRecord['person'][]
}

/**
 * The cause of a seat event. If the cause is a lapse, also an id of that loss of seats, and a function that reads the
 * team.
 */
export interface RecordedSeat {
  cause: SeatCause
  lapse?: { id: string; team: () => Promise<LapsedTeam> }
}

interface RecordContext {
  memory: RecoveryMemory
  causeFinder: CauseFinder
}

/** Notes an event of a seat, and finds out its cause. */
export async function recordSeat(
  { memory, causeFinder }: RecordContext,
  seat: CustomerSeat,
  source: SeatSource,
): Promise<RecordedSeat> {
  // An order cannot lapse, so its people are not noted.
  if (source.order_id !== undefined) return { cause: 'person' }
  const key = keyOf(source)
  const record = recordOf(seat)
  if (record !== undefined) {
    await writeNote(memory, recordKey(key, record), record)
    if (record.customerId !== null) await memory.set(customerKey(record.customerId, key), '1')
    return { cause: await causeOfClaim(memory, key, record) }
  }
  const start = assignedAtMicroseconds(seat)
  const at = microseconds(seat.revoked_at ?? '')
  if (seat.status !== 'revoked' || start === undefined || Number.isNaN(at)) return { cause: 'unknown' }
  const history = await readHistory(memory, key)
  const knownMassRevoke = history.massRevokes.find(({ from, to }) => from <= at && at <= to)
  const explanation = knownMassRevoke ?? (await causeFinder.findCause(seat, source, history.subscriptionStates))
  // If an event arrives again and cannot be explained now, the cause that was found the first time stays.
  const earlierNote =
    explanation.cause === 'unknown' ? await readNote<RevokeNote>(memory, revokeKey(key, seat.id, start)) : null
  const recordedLoss = earlierNote === null ? explanation : { ...explanation, cause: earlierNote.cause }
  await writeNote(memory, revokeKey(key, seat.id, start), { at, cause: recordedLoss.cause })
  if ('subscriptionStates' in recordedLoss) await noteEvidence(memory, key, recordedLoss, history)
  if (recordedLoss.cause !== 'lapse' || recordedLoss.from === undefined) return { cause: recordedLoss.cause }
  // Uses the start that was noted first, because a later roster shows fewer rows of the same mass revoke.
  const from = findOverlapping(history.massRevokes, recordedLoss)?.from ?? recordedLoss.from
  return {
    cause: 'lapse',
    lapse: { id: `${key}/${from}`, team: () => readLapsedTeam(memory, source, from) },
  }
}

/** Notes the states and the mass revoke that were found together with the cause. */
async function noteEvidence(
  memory: RecoveryMemory,
  key: string,
  { cause, from, to, subscriptionStates }: Awaited<ReturnType<CauseFinder['findCause']>>,
  history: Awaited<ReturnType<typeof readHistory>>,
) {
  for (const subscriptionState of subscriptionStates) {
    const isKnown = history.subscriptionStates.some(({ version }) => version === subscriptionState.version)
    if (!isKnown) await noteSubscriptionState(memory, key, subscriptionState)
    if (!isKnown && isLapsed(subscriptionState)) await memory.set(noteKey('work', key), '1')
  }
  if (from === undefined || to === undefined) return
  const isNew = findOverlapping(history.massRevokes, { from, to }) === undefined
  if (isNew && (cause === 'lapse' || cause === 'ended')) {
    await writeNote(memory, noteKey('massRevoke', key, from), { from, to, cause })
  }
  if (cause === 'lapse') await memory.set(noteKey('work', key), '1')
}

/** Returns `recovery` if a recovery gave the seat back at once, and `person` otherwise. */
async function causeOfClaim(memory: RecoveryMemory, key: string, record: SeatRecord): Promise<SeatCause> {
  const isAtOnce = record.status === 'claimed' && record.expiresAt === null
  const sent = isAtOnce ? await readNote<SentNote>(memory, noteKey('sent', key, record.person.key)) : null
  if (sent === null) return 'person'
  const isOwn =
    sent.seat === undefined
      ? record.assignedAt >= sent.at
      : sent.seat.id === record.seatId && sent.seat.assignedAt === record.assignedAt
  return isOwn ? 'recovery' : 'person'
}

/** Returns the people who had a seat right before a mass revoke. */
async function readLapsedTeam(memory: RecoveryMemory, source: SeatSource, from: number): Promise<LapsedTeam> {
  const key = keyOf(source)
  const revokes = await readNotes<{ at: number }>(memory, 'revoke', key)
  const revokedAt = new Map(revokes.map(({ parts, value }) => [parts.join('/'), value.at]))
  const people = new Map<string, SeatRecord['person']>()
  for (const { value } of await readNotes<SeatRecord>(memory, 'seat', key)) {
    const isBefore = value.assignedAt < from
    const at = revokedAt.get(`${value.seatId}/${value.assignedAt}`) ?? Infinity
    if (isBefore && at >= from) people.set(value.person.key, value.person)
  }
  return { source, since: new Date(from / 1000).toISOString(), people: [...people.values()] }
}

/** Notes the state of a subscription. If it has lapsed, `run` looks at its team from then on. */
export async function recordSubscription(memory: RecoveryMemory, subscription: { id: string }): Promise<void> {
  const subscriptionState = readSubscriptionState(subscription)
  if (subscriptionState === undefined) return
  const key = keyOf({ subscription_id: subscription.id })
  await noteSubscriptionState(memory, key, subscriptionState)
  if (isLapsed(subscriptionState)) await memory.set(noteKey('work', key), '1')
}

/** Notes that a member was deleted, and deletes the notes about the member's seats. */
export async function recordDeletedMember(memory: RecoveryMemory, member: SeatMember, nowMs: number): Promise<void> {
  await memory.set(deletedMemberKey(member.id), JSON.stringify(nowMs * 1000))
  for (const key of await sourcesOf(memory, member.customer_id)) {
    for (const note of await memory.keys(`${noteKey('seat', key, member.id)}/`)) await memory.delete(note)
    await memory.delete(noteKey('sent', key, member.id))
  }
}

/** Deletes all notes about the sources of a customer who was deleted. */
export async function recordDeletedCustomer(memory: RecoveryMemory, customerId: string): Promise<void> {
  for (const key of await sourcesOf(memory, customerId)) {
    await deleteNotes(memory, key)
    await memory.delete(customerKey(customerId, key))
  }
}

async function sourcesOf(memory: RecoveryMemory, customerId: string): Promise<string[]> {
  const prefix = customerKey(customerId, '')
  return (await memory.keys(prefix)).map((key) => decodeURIComponent(key.slice(prefix.length)))
}
