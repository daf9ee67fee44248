import type { SeatSource } from '@seats/core'
import { sourceKey } from '../contract/sourceKey.ts'
import { isObject } from '../internal/isObject.ts'
import { misconfigured } from '../internal/misconfigured.ts'
import { sleep } from '../internal/sleep.ts'

/** The sources that are done, so that a later call can skip them. This object is plain JSON. */
export interface SweepResume {
  done: string[]
}

export interface SweepProgress {
  /** The number of sources that were looked at by this call. */
  checked: number
  failed: number
  source: SeatSource
}

/** Options of a call that handles many sources. */
export interface SweepOptions {
  /**
   * The most calls to Polar in a minute. For `run` of a recovery, the most teams in a minute. Default 250, which is
   * half of Polar's limit of calls.
   */
  ratePerMinute?: number | undefined
  /** Ends the call early. The report of `sweep` or `reconcile` then has a `resume`. */
  signal?: AbortSignal | undefined
  /** The `resume` of an earlier call. The sources in it are skipped. */
  resume?: SweepResume | null | undefined
  onProgress?: ((progress: SweepProgress) => void) | undefined
}

export interface SweepReport {
  /** The number of sources that were looked at. */
  checked: number
  /** The sources that could not be read or written, with their errors. */
  failed: { source: SeatSource; error: unknown }[]
  /** Give this to a later call, which does the rest. Null if all sources are done. */
  resume: SweepResume | null
}

/** The sources to look at: a list, or a cursor of your database. */
export type Sources = AsyncIterable<SeatSource> | Iterable<SeatSource>

const windowMs = 60_000

/** Runs `work` for each source that is not done. If `work` fails for one source, the other sources are still done. */
export async function forEachSource(
  sources: Sources,
  { ratePerMinute = 250, signal, resume, onProgress }: SweepOptions,
  work: (source: SeatSource, waitForTurn: () => Promise<void>) => Promise<void>,
): Promise<SweepReport> {
  if (!(ratePerMinute >= 1)) {
    throw misconfigured('`ratePerMinute` is not a number of at least 1.')
  }
  const done = new Set(resume?.done)
  const failed: SweepReport['failed'] = []
  const waitForTurn = createPace(Math.floor(ratePerMinute), signal)
  let checked = 0
  let isComplete = true
  for await (const source of sources) {
    if (signal?.aborted) {
      isComplete = false
      break
    }
    const key = (isObject(source) ? sourceKey(source as SeatSource) : undefined) ?? JSON.stringify(source)
    if (done.has(key)) continue
    try {
      await work(source, waitForTurn)
      done.add(key)
    } catch (error) {
      if (signal?.aborted) {
        isComplete = false
        break
      }
      failed.push({ source, error })
    }
    checked += 1
    onProgress?.({ checked, failed: failed.length, source })
  }
  return { checked, failed, resume: isComplete && failed.length === 0 ? null : { done: [...done] } }
}

/** Returns a function that waits until one more call is allowed in this minute. */
function createPace(callsPerMinute: number, signal: AbortSignal | undefined): () => Promise<void> {
  const sentAtMs: number[] = []
  return async () => {
    signal?.throwIfAborted()
    const oldestAtMs = sentAtMs.length < callsPerMinute ? undefined : sentAtMs.shift()
    if (oldestAtMs !== undefined) await sleep(oldestAtMs + windowMs - performance.now(), signal)
    sentAtMs.push(performance.now())
  }
}
