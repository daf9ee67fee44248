import type { MaybeRef, MaybeRefOrGetter } from 'vue'
import type { MutationOptionsInput } from './MutationOptionsInput.ts'
import { readRefs } from './readRefs.ts'
import type { ShallowOption } from './ShallowOption.ts'

type Plain<Data, Variables, OnMutateResult> = Omit<MutationOptionsInput<Data, Variables, OnMutateResult>, 'shallow'>

/** Mutation options, each of which may be a ref. */
export type MaybeRefMutationOptions<Data, Variables, OnMutateResult> = {
  [Key in keyof Plain<Data, Variables, OnMutateResult>]: MaybeRef<Plain<Data, Variables, OnMutateResult>[Key]>
} & ShallowOption

/** Returns the options with the value of every ref. */
export function resolveMutationOptions<Data, Variables, OnMutateResult>(
  options: MaybeRefOrGetter<MaybeRefMutationOptions<Data, Variables, OnMutateResult>> | undefined,
): MutationOptionsInput<Data, Variables, OnMutateResult> {
  return readRefs(options)
}
