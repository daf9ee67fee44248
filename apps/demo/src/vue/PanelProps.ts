import type { SeatSource } from '@seats/core'
import type { Session } from '../shared/session.ts'

/** The props that all parts of a panel share. */
export interface PanelProps {
  source: SeatSource
  may: Session['may']
}
