import type { SeatsError } from '@seats/core'
import type { SeatsKey } from '@seats/core/query'
import type { queryOptions } from '@tanstack/vue-query'

type LastOverload<QueryFnData, Data> = ReturnType<typeof queryOptions<QueryFnData, SeatsError, Data, SeatsKey>>

/** The result of TanStack's `queryOptions`. The type of the key contains the types of the data and the error. */
export type TypedQueryOptions<QueryFnData, Data = QueryFnData> =
  // `ReturnType` uses the last overload. In newer releases of vue-query, that overload is for getters.
  LastOverload<QueryFnData, Data> extends () => infer Options ? Options : LastOverload<QueryFnData, Data>

/** Complete query options with `initialData`. The result of such a query always has data. */
export type DefinedQueryOptions<QueryFnData, Data = QueryFnData> = TypedQueryOptions<QueryFnData, Data> & {
  initialData: QueryFnData | (() => QueryFnData)
}
