import type { SeatsClient, SeatsError } from '@seats/core'
import { MutationObserver, useMutation, type QueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { TypedMutationOptions } from './TypedMutationOptions.ts'
import { useSetUp } from './useSetUp.ts'

/**
 * Calls `useMutation` with options for the client in use. If the key changes, the result is idle in the same frame.
 * TanStack resets it one frame later, and that frame would show a new user the result of the previous one.
 */
export function useSeatsMutation<Data, Variables, OnMutateResult>(
  createOptions: (
    client: SeatsClient,
    queryClient: QueryClient,
  ) => TypedMutationOptions<Data, Variables, OnMutateResult>,
): UseMutationResult<Data, SeatsError, Variables, OnMutateResult> {
  const { client, queryClient } = useSetUp()
  const options = createOptions(client, queryClient)
  const mutation = useMutation(options, queryClient)
  const key = JSON.stringify(options.mutationKey)
  // The deferred value is one render late, as TanStack's reset is.
  if (useDeferredValue(key) === key) return mutation
  const idle = new MutationObserver(queryClient, options).getCurrentResult()
  return { ...mutation, ...idle, mutate: mutation.mutate, mutateAsync: mutation.mutateAsync }
}
