import type { SeatsError } from '@seats/core'
import type { SeatsKey } from '@seats/core/query'
import type { queryOptions } from '@tanstack/vue-query'

type LastOverload<QueryFnData, Data> = ReturnType<typeof queryOptions<QueryFnData, SeatsError, Data, SeatsKey>>

/** The result of TanStack's `queryOptions`. The key knows the types of its data and of its error. */
export type TypedQueryOptions<QueryFnData, Data = QueryFnData> =
  // The last overload counts here. In newer releases of vue-query it is the one for getters.
  LastOverload<QueryFnData, Data> extends () => infer Options ? Options : LastOverload<QueryFnData, Data>

/** Complete query options with `initialData`, whose result always has data. */
export type DefinedQueryOptions<QueryFnData, Data = QueryFnData> = TypedQueryOptions<QueryFnData, Data> & {
  initialData: QueryFnData | (() => QueryFnData)
}
