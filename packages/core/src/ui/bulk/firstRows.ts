import type { Messages } from '../../messages/Messages.ts'
import type { BulkRow } from './BulkRow.ts'

/** The number of rows that a bulk invitation shows at first, and that each click on “Show more” adds. */
export const bulkRowStep = 60

/** The rows of a long list that are on the page. */
export interface FirstRows {
  shown: readonly BulkRow[]
  /** The text of the button that shows more rows. Undefined if all are shown. */
  moreLabel: string | undefined
}

/** Returns at most the first `limit` rows. More than a few hundred rows would make a page slow. */
export function firstRows(rows: readonly BulkRow[], limit: number, { bulk }: Messages): FirstRows {
  const total = rows.length
  if (total <= limit) return { shown: rows, moreLabel: undefined }
  const count = Math.min(bulkRowStep, total - limit)
  return { shown: rows.slice(0, limit), moreLabel: bulk.showMore({ count, done: limit, total }) }
}
