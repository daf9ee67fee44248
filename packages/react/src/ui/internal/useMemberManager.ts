import type { SeatsError } from '@seats/core'
import { managesMembers, sessionUserQueryOptions, type MemberName } from '@seats/core/ui'
import { useQuery } from '@tanstack/react-query'
import { useSeatsClient } from '../../exports/index.ts'

interface ManagerQuery {
  /** The signed-in user. Undefined if the user may not manage members, or is not known yet. */
  manager: MemberName | undefined
  isLoading: boolean
  /** True if the user could not be read yet because the browser is offline. */
  isOffline: boolean
  error: SeatsError | null
  refetch: () => unknown
}

/** Reads the signed-in user of a session, and whether they may manage members. */
export function useMemberManager(): ManagerQuery {
  const { data, isLoading, isPaused, error, refetch } = useQuery(sessionUserQueryOptions(useSeatsClient()))
  const manager = data && managesMembers(data) ? data : undefined
  return { manager, isLoading, isOffline: isPaused && data === undefined, error, refetch }
}
