import type { SeatPermissions, SeatSource } from '@seats/core'
import { noSeatPermissions } from '@seats/core/ui'
import { computed, type ComputedRef } from 'vue'
import { useSeatPermissions } from '../../exports/index.ts'

/** Returns the user's permissions. Until they are known, nothing is allowed. */
export function usePermissions(source: () => SeatSource | null | undefined): ComputedRef<SeatPermissions> {
  const { data } = useSeatPermissions(source)
  return computed(() => data.value ?? noSeatPermissions)
}
