import type { SeatSource } from '@seats/core'
import type { SeatCause } from '../lapses/SeatCause.ts'
import type { Standing } from '../lapses/Standing.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { noteKey, readNote, readNotes } from './notes.ts'
import type { SeatRecord } from './SeatRecord.ts'

/** The note that a seat was revoked. */
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

/** The note that a recovery is about to seat a person again. It is written before the call to Polar. */
export interface SentNote {
  /** The earliest time of the call, in microseconds. */
  at: number
  /** The time since which the person has a seat, without the lapse. */
  since: number
  /** The new assignment, once it is known. */
  seat?: { id: string; assignedAt: number }
}

/** The people to seat, once that is decided. It stays until all of them are seated, also after a crash. */
export interface RecoveryJob {
  people: { key: string; action: string }[]
  /** True if an admin chose these people. Then the admin has decided about everybody else too. */
  isByHand: boolean
  /** The source that takes the place of the old one. */
  to: SeatSource
  /** The earliest time at which the job began, in microseconds. */
  startedAt: number
  /** The job settles the losses until this time, in microseconds. It does not settle a later lapse. */
  settles: number
}

/** All notes about one source. */
export interface Team {
  records: SeatRecord[]
  /** By seat id and time of the assignment. */
  revokes: Map<string, RevokeNote>
  standings: Standing[]
  massRevokes: MassRevokeNote[]
  /** By person. */
  sent: Map<string, SentNote>
  /**
   * Everything that happened until this time is settled, in microseconds. A loss of a seat is settled if the person was
   * seated again, or if an admin decided that they are not.
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
 * Returns the noted mass revoke that overlaps in time with this one. Both are the same mass revoke, read from the
 * roster at different times.
 */
export const findOverlapping = (
  massRevokes: readonly MassRevokeNote[],
  { from = Infinity, to = -Infinity }: { from?: number | undefined; to?: number | undefined },
): MassRevokeNote | undefined => massRevokes.find((massRevoke) => massRevoke.from <= to && from <= massRevoke.to)

/** Reads the notes that explain a revoke. */
export async function readHistory(
  memory: RecoveryMemory,
  source: string,
): Promise<Pick<Team, 'standings' | 'massRevokes'>> {
  const standings = await readNotes<Standing>(memory, 'standing', source)
  const massRevokes = await readNotes<MassRevokeNote>(memory, 'massRevoke', source)
  return { standings: standings.map(({ value }) => value), massRevokes: massRevokes.map(({ value }) => value) }
}
