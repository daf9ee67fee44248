import type { SeatsError } from '@seats/core'
import type { MutationObserverOptions } from '@tanstack/vue-query'
import type { ShallowOption } from './ShallowOption.ts'

/**
 * TanStack Query's mutation options, except the options that Seats sets: the key, the function, retries and the network
 * mode. The client has its own retries.
 */
export type MutationOptionsInput<Data, Variables, OnMutateResult = unknown> = Omit<
  MutationObserverOptions<Data, SeatsError, Variables, OnMutateResult>,
  'mutationKey' | 'mutationFn' | 'retry' | 'retryDelay' | 'networkMode' | '_defaulted'
> &
  ShallowOption
