/** Returns a time as the real server writes it: in UTC, with microseconds unless they are 0, and a `Z`. */
export function formatTime(microseconds: number): string {
  const rest = ((microseconds % 1_000_000) + 1_000_000) % 1_000_000
  const second = (microseconds - rest) / 1_000_000
  return rest === 0 ? `${formatSecond(second)}Z` : `${formatSecond(second)}.${String(rest + 1_000_000).slice(1)}Z`
}

/** The texts of seconds that were written before. The times of a long roster lie in a few seconds. */
const known = new Map<number, string>()
const maxKnown = 1000

function formatSecond(second: number): string {
  const text = known.get(second)
  if (text !== undefined) return text
  if (known.size === maxKnown) known.clear()
  const written = new Date(second * 1000).toISOString().slice(0, -'.000Z'.length)
  known.set(second, written)
  return written
}
