import type { SeatsError } from '@seats/core'
import type { SeatsKey } from '@seats/core/query'
import type { UseQueryOptions } from '@tanstack/react-query'

/** TanStack Query's options, except the options that Seats sets: the key, its hash and the function. */
export type QueryOptionsInput<QueryFnData, Data = QueryFnData> = Omit<
  UseQueryOptions<QueryFnData, SeatsError, Data, SeatsKey>,
  'queryKey' | 'queryFn' | 'queryHash' | 'queryKeyHashFn'
>
