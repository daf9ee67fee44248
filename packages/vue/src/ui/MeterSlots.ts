import type { RosterSummary } from '@seats/core'

/** The part of the meter that an app can replace. React has it as a prop: `summary` is `renderSummary`. */
export interface MeterSlots {
  /** Replaces the text above the bar. */
  summary?: (summary: RosterSummary) => unknown
}
