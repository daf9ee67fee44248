import type { SeatSource } from '@seats/core'
import type { Session } from '../shared/session.ts'

/** What the parts of a panel share. */
export interface PanelProps {
  source: SeatSource
  may: Session['may']
}
