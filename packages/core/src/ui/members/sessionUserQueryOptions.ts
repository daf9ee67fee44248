import { isSeatsError } from '../../errors/isSeatsError.ts'
import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import { createQueryOptions, type ReadQueryOptions } from '../../query/options/createQueryOptions.ts'
import { getSessionUser, type SessionUser } from '../../workflows/user/getSessionUser.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { requireSession } from '../../workflows/run/requireSession.ts'

/** Returns TanStack's query options for the user of a session. */
export const sessionUserQueryOptions = (client: AnyClient): ReadQueryOptions<SessionUser> =>
  createQueryOptions({
    // The key begins like the key of the permissions. So if a call is refused with 403, this query is also read again.
    queryKey: ['seats', client.scope, 'getSeatPermissions', 'session'],
    read: (signal) => readUser(client, signal),
    isReady: true,
    staleTime: 30_000,
  })

/**
 * After a 403, returns a user who manages nobody. An error 403 would start this read again each time, without an end.
 */
async function readUser(client: AnyClient, signal: AbortSignal): Promise<SessionUser> {
  try {
    return await getSessionUser(requireSession(client, 'Members'), { signal, ...retryWhilePageWaits(client) })
  } catch (error) {
    if (isSeatsError(error) && error.status === 403) return { type: 'customer', role: null }
    throw error
  }
}
