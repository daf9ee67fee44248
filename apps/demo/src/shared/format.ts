const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Formats the date of a time: `Dec 23, 2026`. */
export const formatDay = (iso: string): string => day.format(Date.parse(iso))

/** Formats an amount in the currency's smallest unit: `$24.00`, `¥2,400`. */
export function formatMoney(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** Formats a time in the past: `just now`, `5 min. ago`, `yesterday`, or a date if it is a week or more ago. */
export function formatSince(iso: string, now: number): string {
  const elapsed = now - Date.parse(iso)
  if (elapsed < minuteMs) return 'just now'
  if (elapsed < hourMs) return relative.format(-Math.floor(elapsed / minuteMs), 'minute')
  if (elapsed < 24 * hourMs) return relative.format(-Math.floor(elapsed / hourMs), 'hour')
  if (elapsed < 7 * 24 * hourMs) return relative.format(-Math.floor(elapsed / (24 * hourMs)), 'day')
  return day.format(Date.parse(iso))
}

/** Formats the time left as `23 h 59 min`; in the last hour as `59 min 59 s`. */
export const formatCountdown = (iso: string, now: number): string => formatDuration(Math.max(0, Date.parse(iso) - now))

export function formatDuration(ms: number): string {
  const [hours, minutes, seconds] = [ms / hourMs, (ms % hourMs) / minuteMs, (ms % minuteMs) / 1000].map(Math.floor)
  if (hours) return `${hours} h ${minutes} min`
  return minutes ? `${minutes} min ${seconds} s` : `${seconds} s`
}

/** Returns one or two letters for an avatar, from a name or an address. */
export function formatInitials(text: string): string {
  const words =
    text
      .split('@', 1)[0]
      ?.split(/[\s._+-]+/)
      .filter(Boolean) ?? []
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase() || '?'
}

/** Returns one of six colours for a person, always the same one. */
export const hueOf = (text: string): number =>
  [...text.toLowerCase()].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 1009, 7) % 6
