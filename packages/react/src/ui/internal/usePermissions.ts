import type { SeatPermissions, SeatSource } from '@seats/core'
import { noSeatPermissions } from '@seats/core/ui'
import { useSeatPermissions } from '../../exports/index.ts'

/** Returns the user's permissions. Until they are known, nothing is allowed. */
export const usePermissions = (source: SeatSource | null | undefined): SeatPermissions =>
  useSeatPermissions(source).data ?? noSeatPermissions
