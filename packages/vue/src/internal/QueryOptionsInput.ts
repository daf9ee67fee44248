import type { SeatsError } from '@seats/core'
import type { SeatsKey } from '@seats/core/query'
import type { QueryObserverOptions } from '@tanstack/vue-query'
import type { ShallowOption } from './ShallowOption.ts'

/** TanStack Query's options, except the options that Seats sets: the key, its hash and the function. */
export type QueryOptionsInput<QueryFnData, Data = QueryFnData> = Omit<
  QueryObserverOptions<QueryFnData, SeatsError, Data, QueryFnData, SeatsKey>,
  'queryKey' | 'queryFn' | 'queryHash' | 'queryKeyHashFn'
> &
  ShallowOption
