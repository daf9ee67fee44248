import type { Messages } from '../../messages/Messages.ts'
import type { RosterRow } from './RosterRow.ts'
import type { RowStatus } from './RowStatus.ts'

/** How a person looks at the list. */
export interface RosterView {
  search: string
  status: 'all' | RowStatus
  sort: 'newest' | 'name' | 'status'
}

export const defaultView: RosterView = { search: '', status: 'all', sort: 'newest' }

const statusOrder: RowStatus[] = ['nobody', 'expired', 'saving', 'pending', 'claimed', 'other']

/** Returns the rows to show: searched, filtered and sorted. */
export function viewRows<Item extends { row: RosterRow }>(
  items: readonly Item[],
  view: RosterView,
  messages: Messages,
): Item[] {
  const parts = view.search.toLowerCase().split(/\s+/).filter(Boolean)
  const compare = compareBy(view.sort, messages)
  return items
    .filter(({ row }) => view.status === 'all' || row.status === view.status)
    .filter(({ row: { name, address } }) =>
      parts.every((part) => `${name} ${address ?? ''}`.toLowerCase().includes(part)),
    )
    .toSorted((a, b) => compare(a.row, b.row))
}

type Compare = (a: RosterRow, b: RosterRow) => number

function compareBy(sort: RosterView['sort'], { locale }: Messages): Compare {
  const { compare } = new Intl.Collator(locale)
  const byName: Compare = (a, b) => compare(a.name, b.name)
  const byTime: Compare = (a, b) => Date.parse(b.since) - Date.parse(a.since) || byName(a, b)
  const byStatus: Compare = (a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) || byName(a, b)
  return { newest: byTime, name: byName, status: byStatus }[sort]
}
