import type { Page } from './parameters.ts'

/** Returns a page of a list as the API answers it. */
export const listJson = (items: readonly unknown[], count: number, { limit }: Page): string =>
  JSON.stringify({ items, pagination: { total_count: count, max_page: Math.ceil(count / limit) } })

/** Returns one page of a whole list as the API answers it. */
export function pageJson<Item>(items: readonly Item[], page: Page, show: (item: Item) => unknown): string {
  const start = (page.page - 1) * page.limit
  return listJson(items.slice(start, start + page.limit).map(show), items.length, page)
}
