import { SeatsError, type SeatsClient, type SeatSource } from '@seats/core'
import { microseconds } from '../internal/microseconds.ts'
import { lapsesOf } from '../lapses/lapsesOf.ts'
import type { SubscriptionState } from '../lapses/SubscriptionState.ts'
import { captureTeam, keyOf, type Capture } from './capture.ts'
import { noteKey, writeNote } from './notes.ts'
import { planRecovery } from './planRecovery.ts'
import { isWanted, type PlannedPerson, type RecoveryPlan } from './RecoveryPlan.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { seatPeople, type Include, type SeatingReport } from './seatPeople.ts'
import { readHistory, type RecoveryJob, type Team } from './Team.ts'
import type { Lock } from './withLock.ts'

export interface RecoveryContext {
  client: SeatsClient
  memory: RecoveryMemory
  include: Include | undefined
}

export interface CurrentPlan {
  capture: Capture
  plan: RecoveryPlan
}

/** Reads a source and its notes, and makes a plan from them. */
export async function readPlan(
  { client, memory }: RecoveryContext,
  source: SeatSource,
  signal?: AbortSignal,
): Promise<CurrentPlan> {
  const capture = await captureTeam({ client, memory, source, signal })
  return { capture, plan: await planFrom(memory, source, capture) }
}

/** Makes a plan from a capture that was just read. */
export async function planFrom(memory: RecoveryMemory, source: SeatSource, capture: Capture): Promise<RecoveryPlan> {
  const leftMembers = new Set((await memory.keys('left/')).map((key) => decodeURIComponent(key.slice('left/'.length))))
  return planRecovery({ source, team: capture.team, roster: capture.roster, left: leftMembers })
}

/** Notes whom to seat. From now on, `run` continues this job, even in another process. */
export async function startJob(
  { client, memory }: RecoveryContext,
  { plan: { source }, capture }: CurrentPlan,
  people: readonly PlannedPerson[],
  { to, isByHand }: Pick<RecoveryJob, 'to' | 'isByHand'>,
): Promise<RecoveryJob> {
  const job = {
    isByHand,
    people: people.map(({ person: { key }, action }) => ({ key, action })),
    to,
    startedAt: Math.floor(client.earliestNow()) * 1000,
    settles: settleTime(capture.team),
  }
  await writeNote(memory, noteKey('job', keyOf(source)), job)
  await memory.set(noteKey('work', keyOf(source)), '1')
  return job
}

/** Returns whether a person in the plan needs a decision by an admin. */
export const hasUnsure = ({ people }: RecoveryPlan): boolean => people.some(({ action }) => action === 'unsure')

/** Seats the people of a job who are not seated yet. If all of them are, the lapse is settled. */
export async function finishJob(
  context: RecoveryContext,
  { capture, plan }: CurrentPlan,
  job: RecoveryJob,
  lock: Lock,
  signal: AbortSignal | undefined,
): Promise<SeatingReport> {
  const { client, memory, include } = context
  const people = openPeople(plan, job, capture.team)
  const report = await seatPeople({ client, memory, include, lock, signal, from: capture.key, to: job.to, people })
  if (report.failed.length > 0) return report
  // Otherwise an admin still has to decide about some people, so the lapse is not settled.
  if (job.isByHand || !hasUnsure(plan)) await settle(memory, capture.key, job.settles)
  else await memory.delete(noteKey('job', capture.key))
  return report
}

/** Returns the people of a job who have not got their seat yet. */
export function openPeople(plan: RecoveryPlan, job: RecoveryJob, team: Team): PlannedPerson[] {
  const actions = new Map(job.people.map(({ key, action }) => [key, action]))
  return plan.people.filter((planned) => {
    const { key } = planned.person
    const isChosen = actions.has(key)
    // An admin can choose a person whose action was `unsure`. If this job has already sent a call for the person, the
    // result of that call is unknown, so no second call is sent.
    const wasCallSent = (team.sent.get(key)?.at ?? -Infinity) >= job.startedAt
    const isChosenUnsure = actions.get(key) === 'unsure' && planned.action === 'unsure' && !wasCallSent
    return isChosen && (isWanted(planned) || isChosenUnsure)
  })
}

/** Returns the time of the latest loss or lapse in these notes, in microseconds. */
export function settleTime({ subscriptionStates, revokes, massRevokes }: Team): number {
  const lossTimes = [...[...revokes.values()].map(({ at }) => at), ...massRevokes.map(({ to }) => to)]
  return lossTimes.reduce((a, b) => Math.max(a, b), lapseStart(subscriptionStates))
}

/**
 * Notes that all losses up to a time are settled. People who were not seated again stay out, even after the next lapse.
 * If the team has lapsed again since that time, the note `work` stays, so that `run` looks at the team again.
 */
export async function settle(memory: RecoveryMemory, key: string, settledAt: number): Promise<void> {
  await writeNote(memory, noteKey('settled', key), settledAt)
  await memory.delete(noteKey('job', key))
  await memory.delete(noteKey('work', key))
  // A webhook that has just arrived may have written the same note `work`. So the history is read after the delete, and
  // the note is written again if there is a later lapse.
  const { subscriptionStates, massRevokes } = await readHistory(memory, key)
  const isLater = massRevokes.some(({ to, cause }) => cause === 'lapse' && to > settledAt)
  if (isLater || lapseStart(subscriptionStates) > settledAt) await memory.set(noteKey('work', key), '1')
}

/** Returns the time at which the latest lapse began, in microseconds, or 0. */
function lapseStart(subscriptionStates: readonly SubscriptionState[]): number {
  const lapse = lapsesOf(subscriptionStates).at(-1)
  return lapse === undefined ? 0 : microseconds(lapse.from)
}

export const planChangedError = (): SeatsError =>
  new SeatsError({
    code: 'RecoveryPlanChanged',
    status: 409,
    detail: 'The team has changed since this plan was made. Nobody was seated. Make a new plan and show it.',
  })
