import { pageRetry } from '../../internal/wire/pageRetry.ts'
import { createQueryOptions, type ReadQueryOptions } from '../../query/options/createQueryOptions.ts'
import { getSessionUser, type SessionUser } from '../../workflows/user/getSessionUser.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { requireSession } from '../../workflows/run/requireSession.ts'

/** Returns TanStack's query options for the user of a session. */
export const sessionUserQueryOptions = (client: AnyClient): ReadQueryOptions<SessionUser> =>
  createQueryOptions({
    // The key begins like that of permissions, so that the user's role is read again after a 403.
    queryKey: ['seats', client.scope, 'getSeatPermissions', 'session'],
    read: async (signal) => getSessionUser(requireSession(client, 'Members'), { signal, ...pageRetry(client) }),
    isReady: true,
    staleTime: 30_000,
  })
