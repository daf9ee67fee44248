import type { SeatSource } from '@seats/core'
import type { Notice } from '../shared/Notice.ts'
import type { Session } from '../shared/session.ts'

/** The props that all parts of a panel share. */
export interface PanelProps {
  source: SeatSource
  may: Session['may']
  notify: (notice: Notice | undefined) => void
}
