import type { SeatsCache } from '../cache/SeatsCache.ts'
import { forgetPermissions } from '../cache/forgetPermissions.ts'
import type { SeatsKey } from '../cache/seatsKeys.ts'
import type { MutationOptions } from './MutationOptions.ts'

interface Change<Data, Variables> {
  mutationKey: SeatsKey
  send: (variables: Variables) => Promise<Data>
}

/**
 * Returns the options of a mutation, over the caller's TanStack options.
 */
export function createMutationOptions<Data, Variables, Options extends object = object>(
  cache: SeatsCache,
  { mutationKey, send }: Change<Data, Variables>,
  options?: Options,
): MutationOptions<Data, Variables> & Options {
  return {
    ...(options as Options),
    mutationKey,
    mutationFn: async (variables) => {
      try {
        return await send(variables)
      } catch (error) {
        forgetPermissions(cache, mutationKey[1], error)
        throw error
      }
    },
    retry: false,
    networkMode: 'always',
  }
}
