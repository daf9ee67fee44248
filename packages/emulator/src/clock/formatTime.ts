/** Returns a time as the real server writes it: in UTC, with microseconds unless they are 0, and a `Z`. */
export function formatTime(microseconds: number): string {
  const rest = ((microseconds % 1_000_000) + 1_000_000) % 1_000_000
  const second = (microseconds - rest) / 1_000_000
  return rest === 0 ? `${formatSecond(second)}Z` : `${formatSecond(second)}.${String(rest + 1_000_000).slice(1)}Z`
}

/** Remembers the texts of seconds, because the times of a long roster are often in the same few seconds. */
const textOfSecond = new Map<number, string>()
const maxTexts = 1000

function formatSecond(second: number): string {
  const text = textOfSecond.get(second)
  if (text !== undefined) return text
  if (textOfSecond.size === maxTexts) textOfSecond.clear()
  const written = new Date(second * 1000).toISOString().slice(0, -'.000Z'.length)
  textOfSecond.set(second, written)
  return written
}
