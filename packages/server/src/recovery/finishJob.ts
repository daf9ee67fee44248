import { SeatsError, type SeatsClient, type SeatSource } from '@seats/core'
import { microseconds } from '../internal/microseconds.ts'
import { lapsesOf } from '../lapses/lapsesOf.ts'
import { captureTeam, keyOf, type Capture } from './capture.ts'
import { noteKey, writeNote } from './notes.ts'
import { planRecovery } from './planRecovery.ts'
import { isWanted, type PlannedPerson, type RecoveryPlan } from './RecoveryPlan.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { seatPeople, type Include, type SeatingReport } from './seatPeople.ts'
import type { RecoveryJob, Team } from './Team.ts'
import type { Lock } from './withLock.ts'

export interface RecoveryContext {
  client: SeatsClient
  memory: RecoveryMemory
  include: Include | undefined
}

interface Planned {
  capture: Capture
  plan: RecoveryPlan
}

/** Reads a source and its notes, and plans from them. */
export async function readPlan(
  { client, memory }: RecoveryContext,
  source: SeatSource,
  signal?: AbortSignal,
): Promise<Planned> {
  const capture = await captureTeam({ client, memory, source, signal })
  return { capture, plan: await planFrom(memory, source, capture) }
}

/** Plans from what was just read. */
export async function planFrom(memory: RecoveryMemory, source: SeatSource, capture: Capture): Promise<RecoveryPlan> {
  const left = new Set((await memory.keys('left/')).map((key) => decodeURIComponent(key.slice('left/'.length))))
  return planRecovery({ source, team: capture.team, roster: capture.roster, left })
}

/** Notes whom to seat. From now on, `run` goes on with it, in any process. */
export async function startJob(
  { memory }: RecoveryContext,
  { source }: RecoveryPlan,
  people: readonly PlannedPerson[],
  { to, isByHand }: Pick<RecoveryJob, 'to' | 'isByHand'>,
): Promise<RecoveryJob> {
  const job = { isByHand, people: people.map(({ person: { key }, action }) => ({ key, action })), to }
  await writeNote(memory, noteKey('job', keyOf(source)), job)
  await memory.set(noteKey('work', keyOf(source)), '1')
  return job
}

/** Returns whether somebody has to decide about a person. */
export const hasUnsure = ({ people }: RecoveryPlan): boolean => people.some(({ action }) => action === 'unsure')

/** Seats the people of a job who are not seated yet. If all of them are, the lapse is settled. */
export async function finishJob(
  context: RecoveryContext,
  { capture, plan }: Planned,
  job: RecoveryJob,
  lock: Lock,
  signal: AbortSignal | undefined,
): Promise<SeatingReport> {
  const { client, memory, include } = context
  const people = openPeople(plan, job, capture.team)
  const report = await seatPeople({ client, memory, include, lock, signal, from: capture.key, to: job.to, people })
  if (report.failed.length > 0) return report
  // Somebody still has to decide about the others.
  if (job.isByHand || !hasUnsure(plan)) await settle(memory, capture.key, capture.team)
  else await memory.delete(noteKey('job', capture.key))
  return report
}

/** Returns the people of a job who have no seat yet, and are still to get one. */
export function openPeople(plan: RecoveryPlan, job: RecoveryJob, team: Team): PlannedPerson[] {
  const actions = new Map(job.people.map(({ key, action }) => [key, action]))
  return plan.people.filter((planned) => {
    const { key } = planned.person
    const isChosen = actions.has(key)
    // An admin has chosen somebody who was not sure then. If a call was sent since, nobody knows how it ended.
    const isChosenUnsure = actions.get(key) === 'unsure' && planned.action === 'unsure' && !team.sent.has(key)
    return isChosen && (isWanted(planned) || isChosenUnsure)
  })
}

/** Notes that everything up to now is settled: whoever was not seated again stays out, also after the next lapse. */
export async function settle(memory: RecoveryMemory, key: string, team: Team): Promise<void> {
  const lapse = lapsesOf(team.standings).at(-1)
  const times = [...team.revokes.values()].map(({ at }) => at)
  const settledAt = times.reduce((a, b) => Math.max(a, b), lapse === undefined ? 0 : microseconds(lapse.from))
  await writeNote(memory, noteKey('settled', key), settledAt)
  await memory.delete(noteKey('job', key))
  await memory.delete(noteKey('work', key))
}

export const planChanged = (): SeatsError =>
  new SeatsError({
    code: 'RecoveryPlanChanged',
    status: 409,
    detail: 'The team has changed since this plan was made. Nobody was seated. Make a new plan and show it.',
  })
