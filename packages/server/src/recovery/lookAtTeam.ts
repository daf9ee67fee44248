import type { SubscriptionState } from '../lapses/SubscriptionState.ts'
import { captureTeam, type CaptureParams } from './capture.ts'
import { cleanTeam } from './cleanTeam.ts'
import { noteKey } from './noteKey.ts'
import { readNote, writeNote } from './notes.ts'

/** Milliseconds between two reads of the roster of a team that is still past due or paused. */
const readIntervalMs = 3_600_000

/**
 * Notes which rows of a lapsed team were revoked, before other people get these rows, and deletes old notes. Reads the
 * roster at most once an hour, unless the subscription has changed. Without a webhook, only the roster shows whether
 * Polar has revoked the seats.
 */
export async function lookAtTeam(
  params: CaptureParams,
  key: string,
  subscriptionState: SubscriptionState,
): Promise<void> {
  const { client, memory } = params
  const { version } = subscriptionState
  const lastLook = await readNote<{ version: string; at: number }>(memory, noteKey('looked', key))
  const now = client.now()
  if (lastLook?.version === version && now - lastLook.at < readIntervalMs) return
  const { team } = await captureTeam(params, { subscriptionState })
  await cleanTeam(memory, key, team, now)
  await writeNote(memory, noteKey('looked', key), { version, at: now })
}
