import type { SeatPermissions, SeatSource } from '@seats/core'
import type { Notice } from '../shared/Notice.ts'

/** The props that all parts of a panel share. */
export interface PanelProps {
  source: SeatSource
  /** Undefined until it is known. */
  may: SeatPermissions | undefined
  notify: (notice: Notice | undefined) => void
}
