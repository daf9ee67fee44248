import type { SeatsClient, SeatsError } from '@seats/core'
import { MutationObserver, useMutation, type QueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { TypedMutationOptions } from './TypedMutationOptions.ts'
import { useRequiredClients } from './useRequiredClients.ts'

/**
 * Calls `useMutation` with options for the current client. If the key of the mutation changes, for example because
 * another user signs in, the result is idle at once. TanStack alone would reset the result one render later, and until
 * then the new user would see the previous user's result.
 */
export function useSeatsMutation<Data, Variables, OnMutateResult>(
  createOptions: (
    client: SeatsClient,
    queryClient: QueryClient,
  ) => TypedMutationOptions<Data, Variables, OnMutateResult>,
): UseMutationResult<Data, SeatsError, Variables, OnMutateResult> {
  const { client, queryClient } = useRequiredClients()
  const options = createOptions(client, queryClient)
  const mutation = useMutation(options, queryClient)
  const key = JSON.stringify(options.mutationKey)
  // The deferred value changes one render later, like TanStack's reset.
  if (useDeferredValue(key) === key) return mutation
  const idle = new MutationObserver(queryClient, options).getCurrentResult()
  return { ...mutation, ...idle, mutate: mutation.mutate, mutateAsync: mutation.mutateAsync }
}
