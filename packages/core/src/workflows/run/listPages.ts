import { isObject } from '../../internal/runtime/is.ts'
import { call } from '../../internal/wire/call.ts'
import type { Transport } from '../../internal/wire/Transport.ts'
import type { WireCall } from '../../internal/wire/WireCall.ts'
import type { CallOptions } from '../../options/CallOptions.ts'

/**
 * The first page of a list. A `for await` loop over this object gets the items of all pages. It reads each further page
 * only when the items of that page are needed.
 */
export interface Page<Item> extends AsyncIterable<Item> {
  items: Item[]
  /** The number of items on all pages. */
  total_count: number
}

interface PageAnswer<Item> {
  items: Item[]
  pagination: { total_count: number; max_page: number }
}

interface ListCall<Item extends { id: string }> extends Pick<WireCall, 'operation' | 'path'> {
  isItem: (value: unknown) => value is Item
  /** Items on each page. At most 100. */
  limit: number
}

/**
 * Reads the first page of a list. Polar's lists have no order, so two pages can have the same item. The `for await`
 * loop skips an item that it has had before.
 */
export async function listPages<Item extends { id: string }>(
  transport: Transport,
  { operation, path, isItem, limit }: ListCall<Item>,
  options?: CallOptions,
): Promise<Page<Item>> {
  const isAnswer = (value: unknown): value is PageAnswer<Item> =>
    isObject(value) &&
    Array.isArray(value.items) &&
    value.items.every(isItem) &&
    isObject(value.pagination) &&
    Number.isInteger(value.pagination.total_count) &&
    Number.isInteger(value.pagination.max_page)
  const read = (pageNumber: number) => {
    const pagePath = `${path}?page=${pageNumber}&limit=${limit}`
    return call(transport, { operation, method: 'GET', path: pagePath, safe: true }, isAnswer, options)
  }
  const firstPage = await read(1)
  const page: Page<Item> = {
    items: firstPage.items,
    total_count: firstPage.pagination.total_count,
    async *[Symbol.asyncIterator]() {
      const seenIds = new Set<string>()
      for (let pageNumber = 1; pageNumber <= firstPage.pagination.max_page; pageNumber++) {
        const { items } = pageNumber === 1 ? firstPage : await read(pageNumber)
        for (const item of items) {
          if (seenIds.has(item.id)) continue
          seenIds.add(item.id)
          yield item
        }
      }
    },
  }
  // Hides the iterator, so that a page which is logged, compared or stored has only its items and their number.
  Object.defineProperty(page, Symbol.asyncIterator, { enumerable: false })
  return page
}
