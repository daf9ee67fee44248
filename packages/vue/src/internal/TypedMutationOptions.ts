import type { SeatsError } from '@seats/core'
import type { MutationOptions } from '@seats/core/query'
import type { MutationObserverOptions } from '@tanstack/vue-query'
import type { ShallowOption } from './ShallowOption.ts'

/** Complete mutation options, with the types of the result, the error and the variables. */
export type TypedMutationOptions<Data, Variables, OnMutateResult = unknown> = MutationObserverOptions<
  Data,
  SeatsError,
  Variables,
  OnMutateResult
> &
  Pick<MutationOptions<Data, Variables>, 'mutationKey'> &
  ShallowOption
