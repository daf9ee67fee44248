import { keyOf } from './capture.ts'
import { noteKey } from './noteKey.ts'
import { writeNote } from './notes.ts'
import type { PlanAndCapture, RecoveryContext } from './readPlan.ts'
import { isWanted, needsDecision, type PlannedPerson, type RecoveryPlan } from './RecoveryPlan.ts'
import { seatPeople, type SeatingReport } from './seatPeople.ts'
import { settle, settleTime } from './settle.ts'
import type { RecoveryJob, Team } from './Team.ts'
import type { Lock } from './withLock.ts'

/** Notes whom to seat. From now on, `run` continues this job, even in another process. */
export async function startJob(
  { client, memory }: RecoveryContext,
  { plan: { source }, capture }: PlanAndCapture,
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

/**
 * Seats the people of a job who are not seated yet. If no seating fails, the job is deleted. The lapse is then settled
 * too, unless an admin still has to decide about other people.
 */
export async function finishJob(
  context: RecoveryContext,
  { capture, plan }: PlanAndCapture,
  job: RecoveryJob,
  lock: Lock,
  signal: AbortSignal | undefined,
): Promise<SeatingReport> {
  const { client, memory, include } = context
  const people = remainingPeople(plan, job, capture.team)
  const report = await seatPeople({ client, memory, include, lock, signal, from: capture.key, to: job.to, people })
  if (report.failed.length > 0) return report
  if (job.isByHand || !needsDecision(plan)) await settle(memory, capture.key, job.settles)
  // An admin still has to decide about some people, so the lapse is not settled.
  else await memory.delete(noteKey('job', capture.key))
  return report
}

/** Returns the people whom a job still has to seat. */
export function remainingPeople(plan: RecoveryPlan, job: RecoveryJob, team: Team): PlannedPerson[] {
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
