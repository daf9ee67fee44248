import type { Messages } from '../../messages/Messages.ts'

/** The outcome of a recipient, or the expected outcome before the call is answered. */
export type BulkOutcome = keyof Messages['bulk']['outcomes']

/** One recipient, or one line without a recipient. */
export interface BulkRow {
  who: string
  outcome: BulkOutcome
  reason: string
}
