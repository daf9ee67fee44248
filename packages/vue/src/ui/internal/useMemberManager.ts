import type { SeatsError } from '@seats/core'
import { managesMembers, sessionUserQueryOptions, type MemberName } from '@seats/core/ui'
import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useSeatsClient } from '../../exports/index.ts'

interface ManagerQuery {
  /** The signed-in user. Undefined if the user may not manage members, or is not known yet. */
  manager: Readonly<Ref<MemberName | undefined>>
  isLoading: Readonly<Ref<boolean>>
  /** True if the user could not be read yet because the browser is offline. */
  isOffline: Readonly<Ref<boolean>>
  error: Readonly<Ref<SeatsError | null>>
  refetch: () => unknown
}

/** Reads the signed-in user of a session, and whether they may manage members. */
export function useMemberManager(): ManagerQuery {
  const client = useSeatsClient()
  const { data, isLoading, isPaused, error, refetch } = useQuery(computed(() => sessionUserQueryOptions(client.value)))
  return {
    manager: computed(() => (data.value && managesMembers(data.value) ? data.value : undefined)),
    isLoading,
    isOffline: computed(() => isPaused.value && data.value === undefined),
    error,
    refetch,
  }
}
