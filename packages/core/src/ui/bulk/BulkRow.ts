import type { Messages } from '../../messages/Messages.ts'

/** The outcome of a recipient. Before the call is answered, the outcome that is expected. */
export type BulkOutcome = keyof Messages['bulk']['outcomes']

/** A row of a bulk invitation: a recipient, or a line in which no recipient was found. */
export interface BulkRow {
  /** The address or id of the recipient, or the text of the line. */
  who: string
  outcome: BulkOutcome
  /** The reason for the outcome, as a sentence. Empty if there is none. */
  reason: string
}
