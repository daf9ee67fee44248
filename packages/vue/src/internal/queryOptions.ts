import type { SeatsError } from '@seats/core'
import type { SeatsKey } from '@seats/core/query'
import type { QueryObserverOptions } from '@tanstack/vue-query'
import { toValue, unref, type MaybeRef, type MaybeRefOrGetter } from 'vue'

type Own = 'queryKey' | 'queryFn' | 'queryHash' | 'queryKeyHashFn'

type Plain<QueryFnData, Data> = QueryObserverOptions<QueryFnData, SeatsError, Data, QueryFnData, SeatsKey>

/** TanStack's own, but for what makes it this query. Each may be a ref. */
export type OwnQueryOptions<QueryFnData, Data> = {
  [Key in keyof Omit<Plain<QueryFnData, Data>, Own | 'enabled'>]: MaybeRef<Plain<QueryFnData, Data>[Key]>
} & {
  /** A ref, a getter, or as in TanStack's core a function of the query. */
  enabled?: MaybeRefOrGetter<boolean | undefined> | Plain<QueryFnData, Data>['enabled']
  /** Whether only the result itself is reactive. Default `true`: a roster is replaced, never changed. */
  shallow?: boolean
}

/** Every ref in them read. */
export type ResolvedQueryOptions<QueryFnData, Data> = Omit<Plain<QueryFnData, Data>, Own> & { shallow?: boolean }

export function resolveQueryOptions<QueryFnData, Data>(
  options: MaybeRefOrGetter<OwnQueryOptions<QueryFnData, Data>> | undefined,
): ResolvedQueryOptions<QueryFnData, Data> {
  const entries = Object.entries(toValue(options) ?? {}).map(([key, value]) => [key, unref(value)])
  const { enabled, ...resolved } = { shallow: true, ...Object.fromEntries(entries) }
  return { ...resolved, ...(enabled !== undefined && { enabled: resolveEnabled(enabled) }) }
}

/** vue-query calls a function with no argument: one that wants the query is handed on by another. */
function resolveEnabled(enabled: unknown): unknown {
  if (typeof enabled !== 'function') return enabled
  return enabled.length > 0 ? () => enabled : enabled()
}
