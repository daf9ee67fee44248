import type { SeatsError } from '../../errors/SeatsError.ts'
import type { SeatsKey } from '../cache/seatsKeys.ts'
import { mergeQueryOptions } from './mergeQueryOptions.ts'
import { refetchAfterRateLimit } from './refetchAfterRateLimit.ts'
import { readForPage, type QueryContext } from './readForPage.ts'

/** TanStack's query options for something that a client reads. */
export interface ReadQueryOptions<Data> {
  queryKey: SeatsKey
  queryFn: (context: QueryContext) => Promise<Data>
  staleTime: number
  retry: false
  refetchInterval: (query: { state: { error: unknown } }) => number | false
  /** Never set. It tells TanStack the type of the query's error. */
  throwOnError?: (error: SeatsError) => boolean
  enabled?: false
}

/** The caller's `select` gets the data that was read. */
export interface SelectOption<Data> {
  select?: ((data: Data) => unknown) | undefined
}

interface Reading<Data> {
  queryKey: SeatsKey
  read: (signal: AbortSignal) => Promise<Data>
  /** False while something is missing that is read: the query waits. */
  isReady: boolean
  /** Milliseconds. */
  staleTime: number
}

/** Returns the options of a query, with the caller's TanStack options over them. */
export function readQueryOptions<Data, Options extends object = object>(
  { queryKey, read, isReady, staleTime }: Reading<Data>,
  options?: Options,
): ReadQueryOptions<Data> & Options {
  const own: ReadQueryOptions<Data> = {
    queryKey,
    queryFn: (context) => readForPage(context, queryKey[1], () => read(context.signal)),
    staleTime,
    // The client retries by itself. Two layers of retries would multiply the requests.
    retry: false,
    refetchInterval: refetchAfterRateLimit,
    ...(!isReady && { enabled: false }),
  }
  return mergeQueryOptions(own, options)
}
