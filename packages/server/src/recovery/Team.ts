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
export interface SweepNote {
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
  /** This job settles everything that happened until this time, in microseconds. A later lapse is not settled by it. */
  settles: number
}

/** All notes about one source. */
export interface Team {
  records: SeatRecord[]
  /** By seat id and time of the assignment. */
  revokes: Map<string, RevokeNote>
  standings: Standing[]
  sweeps: SweepNote[]
  /** By person. */
  sent: Map<string, SentNote>
  /** Everything that happened until this time is settled, in microseconds. */
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

/** Returns the noted sweep that overlaps in time with this one. It is the same sweep, noted at a different time. */
export const findOverlapping = (
  sweeps: readonly SweepNote[],
  { from = Infinity, to = -Infinity }: { from?: number | undefined; to?: number | undefined },
): SweepNote | undefined => sweeps.find((sweep) => sweep.from <= to && from <= sweep.to)

/** Reads the notes that explain a revoke. */
export async function readHistory(memory: RecoveryMemory, source: string): Promise<Pick<Team, 'standings' | 'sweeps'>> {
  const standings = await readNotes<Standing>(memory, 'standing', source)
  const sweeps = await readNotes<SweepNote>(memory, 'sweep', source)
  return { standings: standings.map(({ value }) => value), sweeps: sweeps.map(({ value }) => value) }
}
