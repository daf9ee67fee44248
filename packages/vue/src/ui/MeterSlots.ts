import type { RosterSummary } from '@seats/core'

/** The part of the meter that an app can replace. In React, `summary` is the prop `renderSummary`. */
export interface MeterSlots {
  /** Replaces the text above the bar. */
  summary?: (summary: RosterSummary) => unknown
}
