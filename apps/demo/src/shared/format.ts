const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })

const minute = 60_000
const hour = 60 * minute

/** `just now`, `5 min. ago`, `yesterday`; a date where that says more. */
export function formatSince(iso: string, now: number): string {
  const elapsed = now - Date.parse(iso)
  if (elapsed < minute) return 'just now'
  if (elapsed < hour) return relative.format(-Math.floor(elapsed / minute), 'minute')
  if (elapsed < 24 * hour) return relative.format(-Math.floor(elapsed / hour), 'hour')
  if (elapsed < 7 * 24 * hour) return relative.format(-Math.floor(elapsed / (24 * hour)), 'day')
  return day.format(Date.parse(iso))
}

/** `23 h 59 min`, and to the second in the last minutes. */
export const formatCountdown = (iso: string, now: number): string => formatDuration(Math.max(0, Date.parse(iso) - now))

export function formatDuration(ms: number): string {
  const [hours, minutes, seconds] = [ms / hour, (ms % hour) / minute, (ms % minute) / 1000].map(Math.floor)
  if (hours) return `${hours} h ${minutes} min`
  return minutes ? `${minutes} min ${seconds} s` : `${seconds} s`
}

/** One or two letters for an avatar: of the name, else of the address. */
export function formatInitials(text: string): string {
  const words =
    text
      .split('@', 1)[0]
      ?.split(/[\s._+-]+/)
      .filter(Boolean) ?? []
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase() || '?'
}

/** A steady colour for a person: one of six. */
export const hueOf = (text: string): number =>
  [...text.toLowerCase()].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 1009, 7) % 6
