import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

/** The fields that `readForPage` uses from TanStack's context of a query function. */
export interface QueryContext {
  signal: AbortSignal
  /** The QueryClient, which TanStack passes. */
  client?: Pick<SeatsCache, 'invalidateQueries'>
}

/**
 * Reads for a page. Sends no request if the signal is aborted at once, as in the first of the two mounts of React's
 * StrictMode.
 *
 * After a 403 the permissions are read again. The old permissions stay until the new permissions arrive. If the old
 * permissions were removed, a component that depends on them would be hidden, shown again, get another 403, and so on.
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
