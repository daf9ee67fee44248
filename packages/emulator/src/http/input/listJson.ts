import type { Page } from './parameters.ts'

/** A page of a list as the API answers it: its items, and how many there are. */
export const listJson = (items: readonly unknown[], count: number, { limit }: Page): string =>
  JSON.stringify({ items, pagination: { total_count: count, max_page: Math.ceil(count / limit) } })

/** Cuts a page out of a whole list. */
export function pageJson<Item>(all: readonly Item[], page: Page, show: (item: Item) => unknown): string {
  const start = (page.page - 1) * page.limit
  return listJson(all.slice(start, start + page.limit).map(show), all.length, page)
}
