import type { Messages } from '../../messages/Messages.ts'

/** The outcome that is expected for a recipient, or that they have. */
export type BulkOutcome = keyof Messages['bulk']['outcomes']

/** One recipient, or one line without a recipient. */
export interface BulkRow {
  who: string
  outcome: BulkOutcome
  reason: string
}
