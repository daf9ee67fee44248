import type { SeatsKey } from '../cache/seatsKeys.ts'

interface OwnQueryOptions {
  queryKey: SeatsKey
  queryFn: (context: never) => unknown
  enabled?: false
}

type PlaceholderData = (data: unknown, query: { queryKey: readonly unknown[] } | undefined) => unknown

/**
 * Returns a factory's options with the caller's TanStack options over them. The key, the function, and `enabled: false`
 * for a missing source or token cannot be overridden.
 */
export function mergeQueryOptions<Own extends OwnQueryOptions, Options extends object>(
  own: Own,
  options: Options | undefined,
): Own & Options {
  const { queryKey, queryFn, enabled } = own
  // An option that is undefined counts as not given.
  const given = Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined))
  const { placeholderData } = given
  return {
    ...own,
    ...(given as Options),
    queryKey,
    queryFn,
    ...(enabled === false && { enabled }),
    ...(typeof placeholderData === 'function' && {
      placeholderData: withinScope(placeholderData as PlaceholderData, queryKey),
    }),
  }
}

/** Gives functions such as `keepPreviousData` only the data of the same user, never the data of a former one. */
const withinScope =
  (placeholderData: PlaceholderData, [, scope]: SeatsKey): PlaceholderData =>
  (data, query) =>
    query?.queryKey[1] === scope ? placeholderData(data, query) : placeholderData(undefined, undefined)
