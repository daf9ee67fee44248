import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { onVisibility } from '../../internal/runtime/pageVisibility.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { plainId } from '../../roster/plainId.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { isKnown, sourceId } from '../cache/seatsKeys.ts'
import { holdStream, type Followed } from './holdStream.ts'
import { createLiveSource } from './createLiveSource.ts'
import type { LiveSource } from './LiveSource.ts'

/** Milliseconds between two reads of a roster that has no events. */
const pollMs = 15_000

interface Page extends Followed {
  /** Includes sources without rosters while others have some: they may come back before the stream is replaced. */
  sources: Map<string, LiveSource>
  stop: (() => void) | undefined
}

const pages = new WeakMap<SeatsClient, Page>()

/**
 * Keeps a cached roster live. `@seats/server`'s events patch it; without events it is read again every 15 s while an
 * invitation is pending. A client has one stream for all rosters that it follows, up to 100.
 *
 * @returns a function that ends it. The last one to be called closes the stream.
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
  if (!isKnown(source)) return () => {}
  const page = pages.get(client) ?? createPage()
  pages.set(client, page)
  const { sources } = page
  const id = plainId(sourceId(source))
  const live = sources.get(id) ?? createLiveSource(client, source)
  const remove = live.add(cache, source)
  sources.set(id, live)
  page.stop ??= start(client, page)
  page.notify()
  let following = true
  return () => {
    if (!following) return
    following = false
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
  for (const work of [holdStream(client, page, signal), pollWithoutEvents(page, signal)]) {
    work.catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
  const ignoreVisibility = onVisibility(page.notify)
  return () => {
    ignoreVisibility()
    controller.abort()
  }
}

/** Reads the rosters whose events do not arrive: the server has no events or refuses them, or a proxy holds them back. */
async function pollWithoutEvents({ sources }: Page, signal: AbortSignal): Promise<never> {
  for (;;) {
    await sleep(pollMs, signal)
    for (const source of sources.values()) if (source.carrier?.hasBegun !== true) source.poll()
  }
}
