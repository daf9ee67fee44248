import type { SeatPermissions, SeatSource } from '@seats/core'
import { noSeatPermissions } from '@seats/core/ui'
import { useSeatPermissions } from '../../exports/index.ts'

/** Returns what the user may do. Allows nothing until that is known. */
export const usePermissions = (source: SeatSource | null | undefined): SeatPermissions =>
  useSeatPermissions(source).data ?? noSeatPermissions
