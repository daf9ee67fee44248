import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

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
  let stop: (() => void) | undefined
  let left = false
  // Loaded only by pages with a live roster. A component that unmounts at once, as under React's StrictMode, opens no
  // stream.
  void import('./followEvents.ts').then(({ followEvents }) => {
    if (!left) stop = followEvents(client, source, cache)
  })
  return () => {
    left = true
    stop?.()
  }
}
