import type { SeatsError } from '@seats/core'
import type { MutationObserverOptions } from '@tanstack/vue-query'
import { toValue, unref, type MaybeRef, type MaybeRefOrGetter } from 'vue'

type Plain<Data, Variables, OnMutateResult> = Omit<
  MutationObserverOptions<Data, SeatsError, Variables, OnMutateResult>,
  'mutationKey' | 'mutationFn' | 'retry' | 'retryDelay' | 'networkMode' | '_defaulted'
>

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. Each may be a ref. */
export type OwnMutationOptions<Data, Variables, OnMutateResult> = {
  [Key in keyof Plain<Data, Variables, OnMutateResult>]: MaybeRef<Plain<Data, Variables, OnMutateResult>[Key]>
} & {
  /** Whether only the result itself is reactive. Default `true`: a seat is replaced, never changed. */
  shallow?: boolean
}

/** Every ref in them read. */
export type ResolvedMutationOptions<Data, Variables, OnMutateResult> = Plain<Data, Variables, OnMutateResult> & {
  shallow?: boolean
}

export function resolveMutationOptions<Data, Variables, OnMutateResult>(
  options: MaybeRefOrGetter<OwnMutationOptions<Data, Variables, OnMutateResult>> | undefined,
): ResolvedMutationOptions<Data, Variables, OnMutateResult> {
  const entries = Object.entries(toValue(options) ?? {}).map(([key, value]) => [key, unref(value)])
  return { shallow: true, ...Object.fromEntries(entries) }
}
