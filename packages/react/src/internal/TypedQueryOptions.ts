import type { SeatsError } from '@seats/core'
import type { SeatsKey } from '@seats/core/query'
import type { DataTag, DefinedInitialDataOptions, UnusedSkipTokenOptions } from '@tanstack/react-query'

/** Complete query options. The type of the key contains the types of the data and the error. */
export type TypedQueryOptions<QueryFnData, Data = QueryFnData> = UnusedSkipTokenOptions<
  QueryFnData,
  SeatsError,
  Data,
  SeatsKey
> &
  TypedKey<QueryFnData>

/** Complete query options with `initialData`. The result of such a query always has data. */
export type DefinedQueryOptions<QueryFnData, Data = QueryFnData> = DefinedInitialDataOptions<
  QueryFnData,
  SeatsError,
  Data,
  SeatsKey
> &
  TypedKey<QueryFnData>

interface TypedKey<QueryFnData> {
  queryKey: DataTag<SeatsKey, QueryFnData, SeatsError>
}
