import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import type { SeatsKey } from '../cache/seatsKeys.ts'
import type { MutationOptions } from './MutationOptions.ts'

interface Change<Data, Variables> {
  mutationKey: SeatsKey
  send: (variables: Variables) => Promise<Data>
}

/**
 * Returns the options of a mutation, over the caller's TanStack options. After a 403 the permissions of this user are
 * forgotten, so that no button stays that would be refused again.
 */
export function changeOptions<Data, Variables, Options extends object = object>(
  cache: SeatsCache,
  { mutationKey, send }: Change<Data, Variables>,
  options?: Options,
): MutationOptions<Data, Variables> & Options {
  const [product, scope] = mutationKey
  return {
    ...(options as Options),
    mutationKey,
    mutationFn: async (variables) => {
      try {
        return await send(variables)
      } catch (error) {
        if (isSeatsError(error) && error.status === 403) {
          void cache.resetQueries({ queryKey: [product, scope, 'getSeatPermissions'] })
        }
        throw error
      }
    },
    retry: false,
    networkMode: 'always',
  }
}
