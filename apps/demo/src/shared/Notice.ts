import type { CustomerSeat } from '@seats/core'

/** What a panel says last: what was done, and how to take it back, or what went wrong. */
export interface Notice {
  kind: 'busy' | 'done' | 'problem'
  message: string
  /** The seat, as it was, that can be given back. */
  undo?: CustomerSeat
  /** For what takes the focused row away: the focus goes here, not nowhere. */
  takesFocus?: boolean
}
