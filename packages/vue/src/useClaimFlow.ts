import type { ClaimFlowState } from '@seats/core'
import { sharedClaimFlow, type SharedClaimFlowOptions } from '@seats/core/query'
import { computed, shallowReadonly, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import { useSetUp } from './internal/useSetUp.ts'

export interface UseClaimFlowReturn {
  state: Readonly<Ref<ClaimFlowState>>
  /** Claims the seat, once however often it is called; after a failure, goes on where it stopped. */
  claim: () => Promise<void>
}

/**
 * The claim page without its looks: `loading → ready → claiming → claimed`, or `unavailable`, or `failed`. With `null`
 * for a token it waits.
 *
 * Polar's own invitation email leads to Polar's portal, and the token is nowhere else: an app with a claim page of its
 * own must bring the token there itself, and one with its own sign-up assigns with `immediate_claim` instead.
 *
 * @param invitationToken the `token` of the invitation link: a value, a ref or a getter
 * @throws SeatsError `ConfigurationError` without `seatsPlugin`; what goes wrong later is in the state
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 *
 * @example
 * ```ts
 * import { useClaimFlow } from '@seats/vue'
 * import { computed } from 'vue'
 *
 * export function useClaimPage(token: string | null) {
 *   const { state, claim } = useClaimFlow(token)
 *   const problem = computed(() => ('error' in state.value ? state.value.error?.detail : undefined))
 *   return { status: computed(() => state.value.status), problem, claim }
 * }
 * ```
 */
export function useClaimFlow(
  invitationToken: MaybeRefOrGetter<string | null | undefined>,
  options?: MaybeRefOrGetter<SharedClaimFlowOptions>,
): UseClaimFlowReturn {
  const { client, queryClient } = useSetUp()
  const flow = computed(() => sharedClaimFlow(client.value, toValue(invitationToken), queryClient, toValue(options)))
  const state = shallowRef(flow.value.getState())
  const read = () => {
    state.value = flow.value.getState()
  }
  // A server shows the first state, and asks nobody.
  if (typeof window !== 'undefined') {
    watch(
      flow,
      (current, _, onCleanup) => {
        read()
        onCleanup(current.subscribe(read))
      },
      { immediate: true },
    )
  }
  return { state: shallowReadonly(state), claim: () => flow.value.claim() }
}
