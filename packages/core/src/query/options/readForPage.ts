import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

/** The part of the argument of a query function that is used. */
export interface QueryContext {
  signal: AbortSignal
  /** The QueryClient, which TanStack passes. */
  client?: Pick<SeatsCache, 'invalidateQueries'>
}

/**
 * Reads, unless the signal is aborted immediately. React's StrictMode mounts, unmounts and mounts again, and the first
 * mount sends no request.
 *
 * After a 403 the permissions are read again. The old ones are shown until then. If a component was hidden and shown
 * again, it would read again and be refused again, without end.
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
