import { toValue, type MaybeRef, type MaybeRefOrGetter } from 'vue'
import type { QueryOptionsInput } from './QueryOptionsInput.ts'
import { readRefs } from './readRefs.ts'
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
  const { enabled, ...resolved } = readRefs(options)
  // vue-query calls a function without arguments, so a function of the query is wrapped in another one.
  const isOfQuery = typeof enabled === 'function' && enabled.length > 0
  return { ...resolved, enabled: isOfQuery ? () => enabled : toValue(enabled) } as QueryOptionsInput<QueryFnData, Data>
}
