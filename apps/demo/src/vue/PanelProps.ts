import type { SeatPermissions, SeatSource } from '@seats/core'

/** The props that all parts of a panel share. */
export interface PanelProps {
  source: SeatSource
  /** Undefined until it is known. */
  may: SeatPermissions | undefined
}
