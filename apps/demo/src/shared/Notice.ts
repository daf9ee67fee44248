import type { CustomerSeat } from '@seats/core'

/** The last message of a panel: something that was done, with a way to undo it, or something that went wrong. */
export interface Notice {
  kind: 'busy' | 'done' | 'problem'
  message: string
  /** The revoked seat, as it was before, if it can be given back. */
  undo?: CustomerSeat
  /** Moves the focus to the notice, because the row that had it goes away. */
  takesFocus?: boolean
}
