import { isObject } from '../../internal/runtime/is.ts'
import { call } from '../../internal/wire/call.ts'
import type { Transport } from '../../internal/wire/Transport.ts'
import type { WireCall } from '../../internal/wire/WireCall.ts'
import type { CallOptions } from '../../options/CallOptions.ts'

/** The first page of a list. Iterating over it reads the further pages, each when it is needed. */
export interface Page<Item> extends AsyncIterable<Item> {
  items: Item[]
  /** The number of items on all pages. */
  total_count: number
}

interface Answer<Item> {
  items: Item[]
  pagination: { total_count: number; max_page: number }
}

interface Listing<Item extends { id: string }> extends Pick<WireCall, 'operation' | 'path'> {
  isItem: (value: unknown) => value is Item
  /** Items on each page. At most 100. */
  limit: number
}

/** Reads the first page of a list. Polar has no order for it, so an item can come twice: it is left out the second time. */
export async function listPages<Item extends { id: string }>(
  transport: Transport,
  { operation, path, isItem, limit }: Listing<Item>,
  options?: CallOptions,
): Promise<Page<Item>> {
  const isAnswer = (value: unknown): value is Answer<Item> =>
    isObject(value) &&
    Array.isArray(value.items) &&
    value.items.every(isItem) &&
    isObject(value.pagination) &&
    Number.isInteger(value.pagination.total_count) &&
    Number.isInteger(value.pagination.max_page)
  const read = (page: number) => {
    const pagePath = `${path}?page=${page}&limit=${limit}`
    return call(transport, { operation, method: 'GET', path: pagePath, safe: true }, isAnswer, options)
  }
  const first = await read(1)
  const page: Page<Item> = {
    items: first.items,
    total_count: first.pagination.total_count,
    async *[Symbol.asyncIterator]() {
      const seen = new Set<string>()
      for (let number = 1; number <= first.pagination.max_page; number++) {
        const { items } = number === 1 ? first : await read(number)
        for (const item of items) {
          if (seen.has(item.id)) continue
          seen.add(item.id)
          yield item
        }
      }
    },
  }
  // A page is often logged, compared or stored: only its items and their number are seen then.
  Object.defineProperty(page, Symbol.asyncIterator, { enumerable: false })
  return page
}
