import type { Messages } from '../../messages/Messages.ts'

/** What happens or has happened to a recipient. */
export type BulkOutcome = keyof Messages['bulk']['outcomes']

/** One recipient, with the outcome that is expected or has happened. */
export interface BulkRow {
  who: string
  outcome: BulkOutcome
  reason: string
}
