import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

/** The part of the argument of a query function that is used. */
export interface QueryContext {
  signal: AbortSignal
  /** The QueryClient, which TanStack passes. */
  client?: Pick<SeatsCache, 'invalidateQueries'>
}

/**
 * Reads for a page. Sends no request if the signal is aborted at once, as in the first of the two mounts of React's
 * StrictMode.
 *
 * After a 403 the permissions are read again. The old ones are shown until then. Otherwise a component that depends on
 * them could be hidden, shown and refused again and again.
 */
export async function readForPage<T>(
  { signal, client }: QueryContext,
  scope: string,
  read: () => Promise<T>,
): Promise<T> {
  await Promise.resolve()
  signal.throwIfAborted()
  return read().catch((error: unknown) => {
    if (isSeatsError(error) && error.status === 403) {
      void client?.invalidateQueries({ queryKey: ['seats', scope, 'getSeatPermissions'] })
    }
    throw error
  })
}
