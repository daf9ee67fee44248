import type { SeatPermissions, SeatSource } from '@seats/core'
import { noSeatPermissions } from '@seats/core/ui'
import { computed, type ComputedRef } from 'vue'
import { useSeatPermissions } from '../../exports/index.ts'

/** Returns what the user may do. Nothing, until it is known. */
export function useCan(source: () => SeatSource | null | undefined): ComputedRef<SeatPermissions> {
  const { data } = useSeatPermissions(source)
  return computed(() => data.value ?? noSeatPermissions)
}
