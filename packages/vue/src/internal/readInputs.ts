import type { SeatSource } from '@seats/core'
import { toValue, unref, type MaybeRef, type MaybeRefOrGetter } from 'vue'
import type { MutationOptionsInput } from './MutationOptionsInput.ts'
import type { QueryOptionsInput } from './QueryOptionsInput.ts'
import type { ShallowOption } from './ShallowOption.ts'

/** Query options. Each option except `shallow` may be a ref. */
export type MaybeRefQueryOptions<QueryFnData, Data> = {
  [Key in keyof Omit<QueryOptionsInput<QueryFnData, Data>, 'enabled' | 'shallow'>]: MaybeRef<
    QueryOptionsInput<QueryFnData, Data>[Key]
  >
} & {
  /** A boolean, a ref, a getter, or a function that takes the query. */
  enabled?: MaybeRefOrGetter<boolean | undefined> | QueryOptionsInput<QueryFnData, Data>['enabled']
} & ShallowOption

type PlainMutationOptions<Data, Variables, OnMutateResult> = Omit<
  MutationOptionsInput<Data, Variables, OnMutateResult>,
  'shallow'
>

/** Mutation options. Each option except `shallow` may be a ref. */
export type MaybeRefMutationOptions<Data, Variables, OnMutateResult> = {
  [Key in keyof PlainMutationOptions<Data, Variables, OnMutateResult>]: MaybeRef<
    PlainMutationOptions<Data, Variables, OnMutateResult>[Key]
  >
} & ShallowOption

/** Returns a copy of the current source, because a reactive source can change before an answer arrives. */
export function readSource(source: MaybeRefOrGetter<SeatSource | null | undefined>): SeatSource | null {
  const current = toValue(source)
  return current ? { ...current } : null
}

/** Returns query options with the values of their refs, and with `shallow: true` if `shallow` is not given. */
export function resolveQueryOptions<QueryFnData, Data>(
  options: MaybeRefOrGetter<MaybeRefQueryOptions<QueryFnData, Data>> | undefined,
): QueryOptionsInput<QueryFnData, Data> {
  const { enabled, ...resolved } = readRefs(options)
  // vue-query calls `enabled` without arguments and uses its result. So a function that takes the query is returned by
  // another function.
  const takesQuery = typeof enabled === 'function' && enabled.length > 0
  return { ...resolved, enabled: takesQuery ? () => enabled : toValue(enabled) } as QueryOptionsInput<QueryFnData, Data>
}

/** Returns mutation options with the values of their refs, and with `shallow: true` if `shallow` is not given. */
export const resolveMutationOptions: <Data, Variables, OnMutateResult>(
  options: MaybeRefOrGetter<MaybeRefMutationOptions<Data, Variables, OnMutateResult>> | undefined,
) => MutationOptionsInput<Data, Variables, OnMutateResult> = readRefs

function readRefs(options: MaybeRefOrGetter<object> | undefined): Record<string, unknown> {
  const entries = Object.entries(toValue(options) ?? {}).map(([key, value]) => [key, unref(value)])
  return { shallow: true, ...Object.fromEntries(entries) }
}
