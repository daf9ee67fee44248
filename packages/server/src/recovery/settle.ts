import { microseconds } from '../internal/microseconds.ts'
import { lapsesOf } from '../lapses/lapsesOf.ts'
import type { SubscriptionState } from '../lapses/SubscriptionState.ts'
import { writeNote } from './notes.ts'
import { noteKey } from './noteKey.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { readHistory, type Team } from './Team.ts'

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
