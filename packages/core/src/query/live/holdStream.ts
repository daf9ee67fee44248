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

/**
 * The server's limit for one stream, which keeps the URL short enough for proxies. Rosters of further sources are
 * polled.
 */
const maxSources = 100
/** Milliseconds to wait before the stream is changed, so that components that mount together change it only once. */
const changePauseMs = 50
/** Milliseconds. A stream that ends sooner than this has failed, for example because of a proxy or a limit. */
const minStreamMs = 15_000
const pauseLimits = { minDelay: 1000, maxDelay: 30_000 }

/** The sources that a page follows. They and the page's visibility decide which stream is needed. */
export interface FollowedSources {
  sources: ReadonlyMap<string, LiveSource>
  /**
   * Calls `onChange` when a source is added or removed, when the page is shown or hidden, and when the stream has ended
   * or should be renewed. Returns a function that unsubscribes.
   */
  subscribe(onChange: () => void): () => void
  /** Calls all subscribers. */
  notify(): void
}

/** Keeps one stream open for all sources while the page is visible, until the signal is aborted. */
export async function holdStream(client: SeatsClient, followed: FollowedSources, signal: AbortSignal): Promise<never> {
  const wantedSources = () =>
    [...followed.sources.values()].filter((source) => source.hasRosters()).slice(0, maxSources)
  const waitUntilTrue = (condition: () => boolean) => waitUntil(condition, followed.subscribe, signal)
  let stream: LiveStream | undefined
  let failureCount = 0
  let hasOpened = false
  const pauseAfterFailure = () => sleep(randomPause(pauseLimits, ++failureCount), signal)

  try {
    for (;;) {
      await sleep(changePauseMs, signal)
      // Without HTTP/2, all tabs of a browser share six connections to a server. So only a visible page keeps a stream.
      if (isHidden()) stream?.close()
      await waitUntilTrue(() => !isHidden())
      const requestedSources = wantedSources()
      if (stream === undefined || needsAnother(stream, requestedSources)) {
        const connection = new AbortController()
        const stopListening = onAbort(signal, () => connection.abort())
        const sources = requestedSources.map(({ source }) => source)
        const answer = await openEvents(client, sources, connection.signal)
        stopListening()
        const isNeeded = !signal.aborted && !isHidden()
        if (!isNeeded || typeof answer === 'string') connection.abort()
        if (!isNeeded) continue
        if (typeof answer !== 'string') {
          const previousStream = stream
          stream = readLiveEvents(answer, requestedSources, connection, followed.notify)
          // The old stream is closed after the new one is open, so that no event is lost.
          previousStream?.close()
          hasOpened = true
        } else if (answer === 'none' && !hasOpened) {
          // The server has no events for these sources. So this waits until the page follows other sources.
          await waitUntilTrue(() => !areSameSources(requestedSources, wantedSources()))
          continue
        } else {
          // The request failed, or a server that had events has none now. Both can be temporary, so this tries again.
          for (const source of requestedSources) source.isBehind ||= source.stream === undefined
          await pauseAfterFailure()
          continue
        }
      }
      const currentStream = stream
      await waitUntilTrue(() => isHidden() || needsAnother(currentStream, wantedSources()))
      if (!currentStream.hasEnded) continue
      if (performance.now() - currentStream.openedAt >= minStreamMs) failureCount = 0
      await pauseAfterFailure()
    }
  } finally {
    stream?.close()
  }
}

/** Returns whether another stream must be opened in place of this one. */
const needsAnother = ({ hasEnded, isRenewalDue, sources }: LiveStream, wantedSources: readonly LiveSource[]) =>
  hasEnded || isRenewalDue || !areSameSources(sources, wantedSources)

const areSameSources = (first: readonly LiveSource[], second: readonly LiveSource[]) =>
  first.length === second.length && first.every((source) => second.includes(source))
