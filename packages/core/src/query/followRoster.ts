import type { SeatsClient } from '../createSeatsClient.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import type { SeatsCache } from './SeatsCache.ts'

/**
 * Keeps a cached roster live: patched by `@seats/server`'s events, and where there are none read again while an
 * invitation is pending. Whoever follows the same roster shares one stream.
 *
 * @returns what ends it; the last to leave closes the stream
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
  let stop: (() => void) | undefined
  let left = false
  // Most pages never do: they do not load the reading of events. And who leaves at once, as React's StrictMode does,
  // opens nothing.
  void import('./followEvents.ts').then(({ followEvents }) => {
    if (!left) stop = followEvents(client, source, cache)
  })
  return () => {
    left = true
    stop?.()
  }
}
