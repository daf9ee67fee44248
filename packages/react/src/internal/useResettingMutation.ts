import type { SeatsError } from '@seats/core'
import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query'
import { useDeferredValue } from 'react'

const idle = {
  status: 'idle',
  data: undefined,
  error: null,
  variables: undefined,
  context: undefined,
  failureReason: null,
  failureCount: 0,
  submittedAt: 0,
  isIdle: true,
  isPending: false,
  isSuccess: false,
  isError: false,
  isPaused: false,
}

/**
 * TanStack's `useMutation` resets after the frame in which its key changes: to a new user, that frame would show what
 * the former one did last.
 */
export function useResettingMutation<Data, Variables, OnMutateResult>(
  options: UseMutationOptions<Data, SeatsError, Variables, OnMutateResult>,
): UseMutationResult<Data, SeatsError, Variables, OnMutateResult> {
  const mutation = useMutation(options)
  const key = JSON.stringify(options.mutationKey)
  // Behind by the very render that TanStack is behind by.
  return useDeferredValue(key) === key ? mutation : ({ ...mutation, ...idle } as typeof mutation)
}
