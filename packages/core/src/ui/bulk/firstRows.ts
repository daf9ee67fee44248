import type { Messages } from '../../messages/Messages.ts'
import type { BulkRow } from './BulkRow.ts'

/** A bulk invitation shows this number of rows at first. Each click on “Show more” adds at most this number again. */
export const bulkRowStep = 60

/** The rows of a list that are on the page, and the text of the button that shows more. */
export interface FirstRows {
  shown: readonly BulkRow[]
  /** Undefined if all rows are shown, so that no button is needed. */
  moreLabel: string | undefined
}

/** Returns at most the first `limit` rows. More than a few hundred rows would make a page slow. */
export function firstRows(rows: readonly BulkRow[], limit: number, { bulk }: Messages): FirstRows {
  const total = rows.length
  if (total <= limit) return { shown: rows, moreLabel: undefined }
  const count = Math.min(bulkRowStep, total - limit)
  return { shown: rows.slice(0, limit), moreLabel: bulk.showMore({ count, done: limit, total }) }
}
