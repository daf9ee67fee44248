import { pageRetry } from '../../internal/wire/pageRetry.ts'
import { operationKey } from '../../query/cache/seatsKeys.ts'
import { createQueryOptions, type ReadQueryOptions } from '../../query/options/createQueryOptions.ts'
import { getSessionUser, type SessionUser } from '../../workflows/user/getSessionUser.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { requireSession } from '../../workflows/run/requireSession.ts'

/** Returns TanStack's query options for the person of a session. `isNeeded: false` reads nothing. */
export const sessionUserQueryOptions = (
  client: AnyClient,
  { isNeeded }: { isNeeded: boolean },
): ReadQueryOptions<SessionUser> =>
  createQueryOptions({
    queryKey: operationKey(client.scope, 'getSessionUser', null),
    read: async (signal) => getSessionUser(requireSession(client, 'Members'), { signal, ...pageRetry(client) }),
    isReady: isNeeded,
    staleTime: 30_000,
  })
