import type { RosterRow } from './RosterRow.ts'

/** The names and addresses of all rows in lower case, with a line for each row. `ends` has the end of each line. */
interface SearchText {
  text: string
  ends: number[]
}

const searchTexts = new WeakMap<readonly object[], SearchText>()

/**
 * Returns the rows that contain each word of a search, and the rows with a message. Returns the same array if these are
 * all rows, so that nothing is rendered again.
 */
export function searchRows<Item extends { row: RosterRow; note?: unknown }>(
  items: readonly Item[],
  search: string,
): readonly Item[] {
  const [word, ...otherWords] = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (word === undefined) return items
  // A browser searches one long text faster than 10,000 short texts.
  const { text, ends } = searchTexts.get(items) ?? createSearchText(items)
  let place = text.indexOf(word)
  const matches = items.filter(({ note }, index) => {
    const start = ends[index - 1] ?? 0
    const end = ends[index] ?? 0
    if (place < start || place >= end) return note
    place = text.indexOf(word, end)
    return note || otherWords.every((other) => text.slice(start, end).includes(other))
  })
  return matches.length === items.length ? items : matches
}

function createSearchText(items: readonly { row: RosterRow }[]): SearchText {
  const lines = items.map(({ row: { name, address } }) => `${name} ${address ?? ''}\n`.toLowerCase())
  let end = 0
  const result = { text: lines.join(''), ends: lines.map(({ length }) => (end += length)) }
  searchTexts.set(items, result)
  return result
}
