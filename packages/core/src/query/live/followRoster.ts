import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { onVisibility } from '../../internal/runtime/pageVisibility.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { plainId } from '../../roster/plainId.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { isSourceKnown, sourceId } from '../cache/seatsKeys.ts'
import { holdStream, type FollowedSources } from './holdStream.ts'
import { createLiveSource } from './createLiveSource.ts'
import type { LiveSource } from './LiveSource.ts'

/** Milliseconds between two reads of a roster for which no events arrive. */
const pollMs = 15_000

/** The sources that a client follows on this page. */
interface Page extends FollowedSources {
  /**
   * Also has sources that are not followed any more, because they may be followed again before the stream is replaced.
   */
  sources: Map<string, LiveSource>
  stop: (() => void) | undefined
}

const pages = new WeakMap<SeatsClient, Page>()

/**
 * Keeps a cached roster live. Events of `@seats/server` update the roster. If no events arrive, the roster is read
 * again every 15 s while an invitation is pending. A client has one stream for all rosters that it follows, up to 100.
 *
 * @returns a function that stops the updates. The stream is closed when no roster uses it.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { followRoster, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const follow = (queryClient: SeatsCache) => followRoster(client, source, queryClient)
 * ```
 */
export function followRoster(client: SeatsClient, source: SeatSource, cache: SeatsCache): () => void {
  if (!isSourceKnown(source)) return () => {}
  const page = pages.get(client) ?? createPage()
  pages.set(client, page)
  const { sources } = page
  const id = plainId(sourceId(source))
  const liveSource = sources.get(id) ?? createLiveSource(client, source)
  const remove = liveSource.add(cache, source)
  sources.set(id, liveSource)
  page.stop ??= start(client, page)
  page.notify()
  let isFollowing = true
  return () => {
    if (!isFollowing) return
    isFollowing = false
    remove()
    page.notify()
    if ([...sources.values()].some((source) => source.hasRosters())) return
    page.stop?.()
    page.stop = undefined
    sources.clear()
  }
}

function createPage(): Page {
  const listeners = new Set<() => void>()
  return {
    sources: new Map(),
    stop: undefined,
    subscribe(onChange) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    notify: () => listeners.forEach((onChange) => onChange()),
  }
}

function start(client: SeatsClient, page: Page): () => void {
  const controller = new AbortController()
  const { signal } = controller
  for (const task of [holdStream(client, page, signal), pollWithoutEvents(page, signal)]) {
    task.catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
  const stopListening = onVisibility(page.notify)
  return () => {
    stopListening()
    controller.abort()
  }
}

/**
 * Reads the rosters of sources for which no events arrive, because the server has none or refuses them, or a proxy
 * holds them back.
 */
async function pollWithoutEvents({ sources }: Page, signal: AbortSignal): Promise<never> {
  for (;;) {
    await sleep(pollMs, signal)
    for (const source of sources.values()) if (source.stream?.hasBegun !== true) source.poll()
  }
}
