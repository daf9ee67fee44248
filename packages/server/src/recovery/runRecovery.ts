import { isSeatsError, type SeatSource } from '@seats/core'
import { forEachSource, type SweepOptions } from '../lapses/forEachSource.ts'
import { isActive, isEnded, isLapsed } from '../lapses/SubscriptionState.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import { captureSubscriptionState, captureTeam, keyOf, sourceOf } from './capture.ts'
import { finishJob, remainingPeople, startJob } from './finishJob.ts'
import { lookAtTeam } from './lookAtTeam.ts'
import { noteKey } from './noteKey.ts'
import { sourcesWith } from './notes.ts'
import { readPlan, type RecoveryContext } from './readPlan.ts'
import { isWanted, needsDecision, type PlannedPerson, type RecoveryPlan } from './RecoveryPlan.ts'
import { InactiveSource } from './seatPeople.ts'
import { settle, settleTime } from './settle.ts'
import { readTeam } from './Team.ts'
import { withLock, type Lock } from './withLock.ts'

/** The state of one team after a run. */
export interface RecoveryOutcome {
  source: SeatSource
  /**
   * - `waiting`: the subscription is not active, for example past due or paused;
   * - `restored`: nobody else has to be seated;
   * - `manual`: an admin has to decide, with the methods `plan()` and `restore()` of the recovery;
   * - `ended`: the subscription has ended or no longer exists;
   * - `busy`: another process is restoring the team;
   * - `failed`: some people could not be seated yet, or a call failed. The next run tries again.
   */
  state: 'waiting' | 'restored' | 'manual' | 'ended' | 'busy' | 'failed'
  /** The people of this run who have a seat now. */
  restored: PlannedPerson[]
  /** Only in the state `manual`. */
  plan?: RecoveryPlan
  /** Only in the state `failed`. */
  errors?: unknown[]
}

export interface RunContext extends RecoveryContext {
  store: SeatsStore
  isAutomatic: boolean
}

/**
 * Looks at each team that has lapsed. If its subscription is active again, continues the job of an earlier run or of an
 * admin. If there is no job, an automatic recovery starts one. A job that seats the people on another source does not
 * wait for the old subscription.
 */
export async function runRecovery(context: RunContext, options: SweepOptions): Promise<RecoveryOutcome[]> {
  const outcomes: RecoveryOutcome[] = []
  const sources = (await sourcesWith(context.memory, 'work')).map(sourceOf)
  const { failed } = await forEachSource(sources, options, async (source, waitForTurn) => {
    await waitForTurn()
    const outcome = await withLock(context.store, keyOf(source), (lock) =>
      runSource(context, source, lock, options.signal),
    )
    outcomes.push(outcome ?? { source, state: 'busy', restored: [] })
  })
  for (const { source, error } of failed) outcomes.push({ source, state: 'failed', restored: [], errors: [error] })
  return outcomes
}

async function runSource(
  context: RunContext,
  source: SeatSource,
  lock: Lock,
  signal: AbortSignal | undefined,
): Promise<RecoveryOutcome> {
  const { client, memory, isAutomatic } = context
  const key = keyOf(source)
  const unchanged = { source, restored: [] }
  const endWork = async (): Promise<RecoveryOutcome> => {
    await memory.delete(noteKey('work', key))
    return { ...unchanged, state: 'ended' }
  }
  const params = { client, memory, source, signal: lock.signal }
  try {
    const job = (await readTeam(memory, key)).job
    const hasOtherTarget = job !== null && keyOf(job.to) !== key
    const subscriptionState = await captureSubscriptionState(params)
    if (subscriptionState !== null && isLapsed(subscriptionState) && !hasOtherTarget) {
      await lookAtTeam(params, key, subscriptionState)
      return { ...unchanged, state: 'waiting' }
    }
    if (subscriptionState !== null && isEnded(subscriptionState) && !hasOtherTarget) {
      await captureTeam(params, { subscriptionState })
      return await endWork()
    }
    const planAndCapture = await readPlan(context, source, lock.signal)
    const { plan, capture } = planAndCapture
    // The subscription is not active: it has changed since the first read, or has a status such as `incomplete`. The
    // next run reads it again.
    if (capture.subscriptionState !== null && !isActive(capture.subscriptionState) && !hasOtherTarget)
      return { ...unchanged, state: 'waiting' }
    if (job === null && !plan.people.some(isWanted) && !needsDecision(plan)) {
      await settle(memory, key, settleTime(capture.team))
      return { ...unchanged, state: 'restored' }
    }
    if (job === null && (!isAutomatic || !plan.people.some(isWanted))) return { ...unchanged, state: 'manual', plan }
    const people = job === null ? plan.people.filter(isWanted) : remainingPeople(plan, job, capture.team)
    const fittingPeople = hasOtherTarget ? people : await chooseFitting(context, plan, people)
    if (fittingPeople === undefined) {
      await memory.delete(noteKey('job', key))
      return { ...unchanged, state: 'manual', plan }
    }
    const currentJob = job ?? (await startJob(context, planAndCapture, fittingPeople, { to: source, isByHand: false }))
    const report = await finishJob(context, planAndCapture, currentJob, lock, signal)
    if (report.failed.length > 0) {
      return { source, state: 'failed', restored: report.restored, errors: report.failed.map(({ error }) => error) }
    }
    if (!currentJob.isByHand && needsDecision(plan)) return { source, state: 'manual', restored: report.restored, plan }
    return { source, state: 'restored', restored: report.restored }
  } catch (error) {
    // The next run reads the subscription again.
    if (error instanceof InactiveSource) return { ...unchanged, state: 'waiting' }
    if (isSeatsError(error, 'ResourceNotFound')) return endWork()
    throw error
  }
}

/** Returns the people to seat, or `undefined` if there are not enough free seats for them. */
async function chooseFitting(
  { include }: RunContext,
  { source, availableSeats }: RecoveryPlan,
  people: PlannedPerson[],
): Promise<PlannedPerson[] | undefined> {
  if (people.length <= availableSeats) return people
  if (include === undefined) return undefined
  const included: PlannedPerson[] = []
  for (const planned of people) if (await include({ ...planned.person, source })) included.push(planned)
  return included.length <= availableSeats ? included : undefined
}
