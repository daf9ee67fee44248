import type { SeatSource } from '@seats/core'
import { forEachSource, type Sources, type SweepOptions, type SweepReport } from '../lapses/forEachSource.ts'
import { parseSource } from '../lapses/parseSource.ts'
import { isEnded, isLapsed } from '../lapses/SubscriptionState.ts'
import { captureTeam } from './capture.ts'
import { cleanTeam } from './cleanTeam.ts'
import { noteKey } from './noteKey.ts'
import { planFrom, type RecoveryContext } from './readPlan.ts'
import { isWanted, needsDecision, type RecoveryPlan } from './RecoveryPlan.ts'

export interface RecoverySweepReport extends SweepReport {
  /** The sources that have lapsed, or whose team was not seated again after a lapse. `run` handles them. */
  lapsed: SeatSource[]
}

/** Notes who is seated on each source, and finds lapses that no event has reported. */
export async function sweepTeams(
  context: RecoveryContext,
  sources: Sources,
  options: SweepOptions,
): Promise<RecoverySweepReport> {
  const { client, memory } = context
  const lapsed: SeatSource[] = []
  const report = await forEachSource(sources, options, async (givenSource, waitForTurn) => {
    const source = parseSource(givenSource)
    // An order cannot lapse.
    if (source.subscription_id === undefined) return
    // Waits twice, because `captureTeam` sends two calls: for the roster and for the subscription.
    await waitForTurn()
    await waitForTurn()
    const capture = await captureTeam({ client, memory, source, signal: options.signal })
    const { key, team, subscriptionState } = capture
    const isOver = subscriptionState === null || isEnded(subscriptionState)
    const needsRun =
      !isOver && (isLapsed(subscriptionState) || hasPeopleToSeat(await planFrom(memory, source, capture)))
    if (needsRun) {
      await memory.set(noteKey('work', key), '1')
      lapsed.push(source)
    }
    await cleanTeam(memory, key, team, client.now())
  })
  return { ...report, lapsed }
}

/** Returns whether a person still has to be seated again, or an admin has to decide about one. */
const hasPeopleToSeat = (plan: RecoveryPlan) => plan.people.some(isWanted) || needsDecision(plan)
