import type { ClaimFlowState } from '@seats/core'
import { sharedClaimFlow, type SharedClaimFlowOptions } from '@seats/core/query'
import { computed, shallowReadonly, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import { useRequiredClients } from './internal/useRequiredClients.ts'

export interface UseClaimFlowReturn {
  state: Readonly<Ref<ClaimFlowState>>
  /**
   * Claims the seat. Calls while the claim is running send no second request. After a failure, another call continues
   * at the step that failed.
   */
  claim: () => Promise<void>
}

/**
 * Runs the steps of a claim page: `loading → ready → claiming → claimed`. If something goes wrong, the state is
 * `unavailable` or `failed`.
 *
 * Polar's invitation email links to Polar's portal, and the token is only in that link. An app with its own claim page
 * has to ask people for this link. An app with its own sign-up can assign seats with `immediate_claim` instead.
 *
 * @param invitationToken the `token` of the invitation link, as a value, ref or getter; the flow stays `loading` while
 * it is `null` or `undefined`
 * @param options with `waitForBenefits`, the flow waits up to 15 s for the seat's benefits, and the state says when
 * they are granted
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * Later errors are in the state.
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 *
 * @example
 * ```ts
 * import { useClaimFlow } from '@seats/vue'
 * import { computed } from 'vue'
 *
 * export function useClaimPage(token: string) {
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
  const { client, queryClient } = useRequiredClients()
  const flow = computed(() => sharedClaimFlow(client.value, toValue(invitationToken), queryClient, toValue(options)))
  const state = shallowRef(flow.value.getState())
  const read = () => {
    state.value = flow.value.getState()
  }
  // On a server, the first state is rendered and no request is sent.
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
