import type { SeatsClient, SeatsError } from '@seats/core'
import { useMutation, type QueryClient, type UseMutationReturnType } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { TypedMutationOptions } from './TypedMutationOptions.ts'
import { useRequiredClients } from './useRequiredClients.ts'

/** Calls `useMutation` with options for the current client. The options follow the refs that `createOptions` reads. */
export function useSeatsMutation<Data, Variables, OnMutateResult>(
  createOptions: (
    client: SeatsClient,
    queryClient: QueryClient,
  ) => TypedMutationOptions<Data, Variables, OnMutateResult>,
): UseMutationReturnType<Data, SeatsError, Variables, OnMutateResult> {
  const { client, queryClient } = useRequiredClients()
  return useMutation(
    computed(() => createOptions(client.value, queryClient)),
    queryClient,
  )
}
