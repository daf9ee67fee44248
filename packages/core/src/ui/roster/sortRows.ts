import type { PanelMessages } from '../../messages/PanelMessages.ts'
import type { RosterRow } from './RosterRow.ts'
import type { RowStatus } from './RowStatus.ts'

/** The search, the filter and the order that the user has chosen for the list. */
export interface RosterView {
  search: string
  status: 'all' | RowStatus
  sort: 'newest' | 'name' | 'status'
}

export const defaultView: RosterView = { search: '', status: 'all', sort: 'newest' }

const statusOrder: RowStatus[] = ['nobody', 'expired', 'saving', 'pending', 'claimed', 'other']

/**
 * Returns the rows that have a status or a message, sorted. The order does not depend on the search, so the list is not
 * sorted again at each key press.
 */
export function sortRows<Item extends { row: RosterRow; note?: unknown }>(
  items: readonly Item[],
  { status, sort }: Pick<RosterView, 'status' | 'sort'>,
  { locale }: PanelMessages,
): Item[] {
  const { compare } = new Intl.Collator(locale)
  const rankOf = {
    newest: ({ since }: RosterRow) => -Date.parse(since),
    name: () => 0,
    status: (row: RosterRow) => statusOrder.indexOf(row.status),
  }[sort]
  return items
    .filter(({ row, note }) => status === 'all' || row.status === status || note)
    .map((item) => ({ item, rank: rankOf(item.row) }))
    .toSorted((a, b) => a.rank - b.rank || compare(a.item.row.name, b.item.row.name))
    .map(({ item }) => item)
}
