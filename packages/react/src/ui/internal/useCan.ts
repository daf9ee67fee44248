import type { SeatPermissions, SeatSource } from '@seats/core'
import { noSeatPermissions } from '@seats/core/ui'
import { useSeatPermissions } from '../../exports/index.ts'

/** Returns what the user may do. Nothing, until it is known. */
export const useCan = (source: SeatSource | null | undefined): SeatPermissions =>
  useSeatPermissions(source).data ?? noSeatPermissions
