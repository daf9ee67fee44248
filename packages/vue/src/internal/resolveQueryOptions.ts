import { toValue, unref, type MaybeRef, type MaybeRefOrGetter } from 'vue'
import type { QueryOptionsInput } from './QueryOptionsInput.ts'
import type { ShallowOption } from './ShallowOption.ts'

type Plain<QueryFnData, Data> = QueryOptionsInput<QueryFnData, Data>

/** Query options, each of which may be a ref. */
export type MaybeRefQueryOptions<QueryFnData, Data> = {
  [Key in keyof Omit<Plain<QueryFnData, Data>, 'enabled' | 'shallow'>]: MaybeRef<Plain<QueryFnData, Data>[Key]>
} & {
  /** A boolean, a ref, a getter, or a function of the query. */
  enabled?: MaybeRefOrGetter<boolean | undefined> | Plain<QueryFnData, Data>['enabled']
} & ShallowOption

/** Returns the options with the value of every ref. */
export function resolveQueryOptions<QueryFnData, Data>(
  options: MaybeRefOrGetter<MaybeRefQueryOptions<QueryFnData, Data>> | undefined,
): QueryOptionsInput<QueryFnData, Data> {
  const entries = Object.entries(toValue(options) ?? {}).map(([key, value]) => [key, unref(value)])
  const { enabled, ...resolved } = { shallow: true, ...Object.fromEntries(entries) }
  return { ...resolved, ...(enabled !== undefined && { enabled: resolveEnabled(enabled) }) }
}

/** Wraps a function of the query in another function, because vue-query calls the outer one without arguments. */
function resolveEnabled(enabled: unknown): unknown {
  if (typeof enabled !== 'function') return enabled
  return enabled.length > 0 ? () => enabled : enabled()
}
