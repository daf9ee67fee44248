import { rereadPermissions } from '../cache/rereadPermissions.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import type { SeatsKey } from '../cache/seatsKeys.ts'
import type { MutationOptions } from './MutationOptions.ts'

/**
 * Returns the options of a mutation. After a 403, the mutation reads the permissions again.
 *
 * @param options the caller's options for TanStack Query
 * @param send makes the change
 */
export const createMutationOptions = <Data, Variables, Options extends object = object>(
  cache: SeatsCache,
  mutationKey: SeatsKey,
  options: Options | undefined,
  send: (variables: Variables) => Promise<Data>,
): MutationOptions<Data, Variables> & Options => ({
  ...(options as Options),
  mutationKey,
  mutationFn: (variables) =>
    send(variables).catch((error: unknown) => {
      rereadPermissions(cache, mutationKey[1], error)
      throw error
    }),
  retry: false,
  networkMode: 'always',
})
