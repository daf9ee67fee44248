import type { SeatSource } from '@seats/core'
import type { SeatCause } from '../lapses/SeatCause.ts'
import type { SubscriptionState } from '../lapses/SubscriptionState.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { noteKey } from './noteKey.ts'
import { readNote, readNotes } from './notes.ts'
import type { SeatRecord } from './SeatRecord.ts'

/** The note that a seat was revoked, and why. */
export interface RevokeNote {
  /** The time in microseconds. */
  at: number
  cause: SeatCause
}

/** The note that all seats were revoked at once. Times are in microseconds. */
export interface MassRevokeNote {
  from: number
  to: number
  cause: SeatCause
}

/**
 * The note that a recovery seats a person again. It is written before the call to Polar, and gets the new `seat` after
 * the answer.
 */
export interface SentNote {
  /** The earliest time at which the call was sent, in microseconds. */
  at: number
  /** The time since which the person has had a seat, in microseconds, if the lapse is ignored. */
  since: number
  /** The new assignment, once it is known. */
  seat?: { id: string; assignedAt: number }
}

/**
 * The note that names the people to seat, once they are chosen. The note survives a crash, so the next run continues
 * the job.
 */
export interface RecoveryJob {
  people: { key: string; action: string }[]
  /** True if an admin chose these people. Then everybody else in the plan stays out. */
  isByHand: boolean
  /** The source on which the people get seats: the same one, or the one that has replaced it. */
  to: SeatSource
  /** The earliest time at which the job began, in microseconds. */
  startedAt: number
  /** All losses until this time, in microseconds, are settled when the job is done. A later lapse is not settled. */
  settles: number
}

/** The notes about one source that a plan and a job need. */
export interface Team {
  records: SeatRecord[]
  /** The keys come from `assignmentKey`. */
  revokes: Map<string, RevokeNote>
  subscriptionStates: SubscriptionState[]
  massRevokes: MassRevokeNote[]
  /** By the person's key. */
  sent: Map<string, SentNote>
  /**
   * The time, in microseconds, until which all losses of seats are settled. A loss is settled if the person was seated
   * again, or if an admin decided not to seat them.
   */
  settledAt: number
  job: RecoveryJob | null
}

export const assignmentKey = ({ seatId, assignedAt }: Pick<SeatRecord, 'seatId' | 'assignedAt'>): string =>
  `${seatId}/${assignedAt}`

/** Reads the notes about a source. */
export async function readTeam(memory: RecoveryMemory, source: string): Promise<Team> {
  const records = await readNotes<SeatRecord>(memory, 'seat', source)
  const revokes = await readNotes<RevokeNote>(memory, 'revoke', source)
  const sent = await readNotes<SentNote>(memory, 'sent', source)
  return {
    records: records.map(({ value }) => value),
    revokes: new Map(revokes.map(({ parts, value }) => [parts.join('/'), value])),
    ...(await readHistory(memory, source)),
    sent: new Map(sent.map(({ parts: [person = ''], value }) => [person, value])),
    settledAt: (await readNote<number>(memory, noteKey('settled', source))) ?? 0,
    job: await readNote<RecoveryJob>(memory, noteKey('job', source)),
  }
}

/**
 * Returns the noted mass revoke that overlaps in time with the given one. Both are the same mass revoke, but the roster
 * was read at different times.
 */
export const findOverlapping = (
  massRevokes: readonly MassRevokeNote[],
  { from = Infinity, to = -Infinity }: { from?: number | undefined; to?: number | undefined },
): MassRevokeNote | undefined => massRevokes.find((massRevoke) => massRevoke.from <= to && from <= massRevoke.to)

/** Reads the notes that explain a revoke. */
export async function readHistory(
  memory: RecoveryMemory,
  source: string,
): Promise<Pick<Team, 'subscriptionStates' | 'massRevokes'>> {
  const subscriptionStates = await readNotes<SubscriptionState>(memory, 'state', source)
  const massRevokes = await readNotes<MassRevokeNote>(memory, 'massRevoke', source)
  return {
    subscriptionStates: subscriptionStates.map(({ value }) => value),
    massRevokes: massRevokes.map(({ value }) => value),
  }
}
