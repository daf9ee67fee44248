import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { onAbort } from '../../internal/runtime/onAbort.ts'
import { isHidden } from '../../internal/runtime/pageVisibility.ts'
import { randomPause } from '../../internal/wire/retryDelay.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { waitUntil } from '../../internal/runtime/waitUntil.ts'
import type { LiveSource } from './LiveSource.ts'
import type { LiveStream } from './LiveSource.ts'
import { openEvents } from './openEvents.ts'
import { readLiveEvents } from './readLiveEvents.ts'

/** The server's limit, which keeps the URL short enough for proxies. Rosters beyond it are polled. */
const maxSources = 100
/** Milliseconds to wait for more changes, so that components that mount together change the stream once. */
const settleMs = 50
/** Milliseconds. A stream that ends sooner has failed: a proxy holds it back, or a limit cuts it. */
const lastingMs = 15_000
const pause = { minDelay: 1000, maxDelay: 30_000 }

/** The sources of the stream. It depends on them and on the page's visibility. */
export interface Followed {
  sources: ReadonlyMap<string, LiveSource>
  /** Calls `onChange` when a source is added or removed, or the page is shown or hidden. Returns a function that unsubscribes. */
  subscribe(onChange: () => void): () => void
  /** Calls all subscribers. */
  notify(): void
}

/** Keeps one stream open for all sources while the page is visible, until the signal is aborted. */
export async function holdStream(client: SeatsClient, followed: Followed, signal: AbortSignal): Promise<never> {
  const wanted = () => [...followed.sources.values()].filter((source) => source.hasRosters()).slice(0, maxSources)
  const when = (condition: () => boolean) => waitUntil(condition, followed.subscribe, signal)
  let stream: LiveStream | undefined
  let failures = 0
  let hasOpened = false
  const pauseAfterFailure = () => sleep(randomPause(pause, ++failures), signal)

  try {
    for (;;) {
      await sleep(settleMs, signal)
      // Without HTTP/2, a browser opens six connections to a server for all its tabs. So only a visible page keeps one.
      if (isHidden()) stream?.close()
      await when(() => !isHidden())
      const asked = wanted()
      if (stream === undefined || stream.hasEnded || stream.isRenewalDue || !isSame(stream.sources, asked)) {
        const connection = new AbortController()
        const ignoreAbort = onAbort(signal, () => connection.abort())
        const sources = asked.map(({ source }) => source)
        const answer = await openEvents(client, sources, connection.signal)
        ignoreAbort()
        const isNeeded = !signal.aborted && !isHidden()
        if (!isNeeded || typeof answer === 'string') connection.abort()
        if (!isNeeded) continue
        if (typeof answer !== 'string') {
          const previous = stream
          stream = readLiveEvents(answer, asked, connection, followed.notify)
          // The old stream is closed only now, so that no event between the two is lost.
          previous?.close()
          hasOpened = true
        } else if (answer === 'none' && !hasOpened) {
          await when(() => !isSame(asked, wanted()))
          continue
        } else {
          // The server had events before, so it is expected to have them again soon.
          for (const source of asked) source.isBehind ||= source.carrier === undefined
          await pauseAfterFailure()
          continue
        }
      }
      const open = stream
      await when(() => open.hasEnded || open.isRenewalDue || isHidden() || !isSame(open.sources, wanted()))
      if (!open.hasEnded) continue
      if (performance.now() - open.openedAt >= lastingMs) failures = 0
      await pauseAfterFailure()
    }
  } finally {
    stream?.close()
  }
}

const isSame = (one: readonly LiveSource[], other: readonly LiveSource[]) =>
  one.length === other.length && one.every((source) => other.includes(source))
