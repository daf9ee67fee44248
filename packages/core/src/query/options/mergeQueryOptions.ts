import type { SeatsKey } from '../cache/seatsKeys.ts'

interface OwnQueryOptions {
  queryKey: SeatsKey
  queryFn: (context: never) => unknown
  enabled?: false
}

type PlaceholderData = (data: unknown, query: { queryKey: readonly unknown[] } | undefined) => unknown

/**
 * The caller's TanStack options over a factory's defaults. What makes it this query stays the factory's, and so does
 * waiting for a source or token.
 */
export function mergeQueryOptions<Own extends OwnQueryOptions, Options extends object>(
  own: Own,
  options: Options | undefined,
): Own & Options {
  const { queryKey, queryFn, enabled } = own
  // One that is undefined is one that was not given.
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

/** `keepPreviousData` and the like get what the same user saw before, never what the one before them did. */
const withinScope =
  (placeholderData: PlaceholderData, [, scope]: SeatsKey): PlaceholderData =>
  (data, query) =>
    query?.queryKey[1] === scope ? placeholderData(data, query) : placeholderData(undefined, undefined)
