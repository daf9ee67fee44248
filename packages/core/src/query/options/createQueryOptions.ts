import type { SeatsError } from '../../errors/SeatsError.ts'
import type { SeatsKey } from '../cache/seatsKeys.ts'
import { refetchAfterRateLimit } from './refetchAfterRateLimit.ts'
import { readForPage, type QueryContext } from './readForPage.ts'

/** TanStack's query options for an answer that a client reads. */
export interface ReadQueryOptions<Data> {
  queryKey: SeatsKey
  queryFn: (context: QueryContext) => Promise<Data>
  staleTime?: number
  retry: false
  refetchInterval: (query: { state: { error: unknown } }) => number | false
  /** Only the caller sets this field. TanStack infers the type of the query's error from it. */
  throwOnError?: (error: SeatsError) => boolean
  enabled?: false
}

/** The option `select` of the caller. It gets the data that was read. */
export interface SelectOption<Data> {
  select?: ((data: Data) => unknown) | undefined
}

interface ReadQuery<Data> {
  queryKey: SeatsKey
  read: (signal: AbortSignal) => Promise<Data>
  /** False while the source, token or seat count is missing. Then the query waits. */
  isReady: boolean
  /** Milliseconds. Without it, the default of the QueryClient applies. */
  staleTime?: number
}

type PlaceholderData = (data: unknown, query: { queryKey: readonly unknown[] } | undefined) => unknown

/**
 * Returns the options of a query. The caller's TanStack options replace these options, except the key, the function,
 * and `enabled: false` for a query that is not ready.
 */
export function createQueryOptions<Data, Options extends object = object>(
  { queryKey, read, isReady, staleTime }: ReadQuery<Data>,
  options?: Options,
): ReadQueryOptions<Data> & Options {
  // An option that is undefined counts as not given.
  const givenOptions = Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined))
  const { placeholderData } = givenOptions
  return {
    ...(staleTime !== undefined && { staleTime }),
    // The client already retries. Two layers of retries would multiply the requests.
    retry: false,
    refetchInterval: refetchAfterRateLimit,
    ...(givenOptions as Options),
    ...(typeof placeholderData === 'function' && {
      placeholderData: onlyForScope(placeholderData as PlaceholderData, queryKey),
    }),
    ...(!isReady && { enabled: false }),
    queryKey,
    queryFn: (context) => readForPage(context, queryKey[1], () => read(context.signal)),
  }
}

/**
 * Wraps a function such as `keepPreviousData`. The function gets the old data only if the same user has read that data.
 */
const onlyForScope =
  (placeholderData: PlaceholderData, [, scope]: SeatsKey): PlaceholderData =>
  (data, query) =>
    query?.queryKey[1] === scope ? placeholderData(data, query) : placeholderData(undefined, undefined)
