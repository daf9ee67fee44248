import type { SeatPermissions, SeatSource } from '@seats/core'
import { noSeatPermissions } from '@seats/core/ui'
import { computed, type ComputedRef } from 'vue'
import { useSeatPermissions } from '../../exports/index.ts'

/** Returns what the user may do. Allows nothing until that is known. */
export function usePermissions(source: () => SeatSource | null | undefined): ComputedRef<SeatPermissions> {
  const { data } = useSeatPermissions(source)
  return computed(() => data.value ?? noSeatPermissions)
}
