import type { SeatsError } from '@seats/core'
import type { MutationOptions } from '@seats/core/query'
import type { UseMutationOptions } from '@tanstack/react-query'

/** Complete mutation options, with the types of the result, the error and the variables. */
export type TypedMutationOptions<Data, Variables, OnMutateResult = unknown> = UseMutationOptions<
  Data,
  SeatsError,
  Variables,
  OnMutateResult
> &
  Pick<MutationOptions<Data, Variables>, 'mutationKey'>
