import type { SeatsError } from '@seats/core'
import type { SeatsKey } from '@seats/core/query'
import type { queryOptions } from '@tanstack/vue-query'

type LastOverload<QueryFnData, Data> = ReturnType<typeof queryOptions<QueryFnData, SeatsError, Data, SeatsKey>>

/** The result of TanStack's `queryOptions`: the key knows the types of its data and of its error. */
export type TypedQueryOptions<QueryFnData, Data = QueryFnData> =
  // Newer releases of vue-query have an overload for getters, and it is the last one.
  LastOverload<QueryFnData, Data> extends () => infer Options ? Options : LastOverload<QueryFnData, Data>

/** The same for options with `initialData`: the result always has data. */
export type DefinedQueryOptions<QueryFnData, Data = QueryFnData> = TypedQueryOptions<QueryFnData, Data> & {
  initialData: QueryFnData | (() => QueryFnData)
}
