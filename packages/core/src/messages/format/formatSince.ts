import { cachedFormat } from './cachedFormat.ts'
import { formatDay } from './formatDay.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export interface SinceOptions {
  locale: string
  timeZone?: string | undefined
  /** The words for less than a minute. */
  justNow: string
}

/** Formats a time in the past: `just now`, `5 min. ago`, `yesterday`, or a date if it is a week or more ago. */
export function formatSince(at: string, now: number, { locale, timeZone, justNow }: SinceOptions): string {
  const elapsed = now - Date.parse(at)
  if (elapsed < minuteMs) return justNow
  if (!(elapsed < 7 * dayMs)) return formatDay(at, locale, timeZone)
  const format = cachedFormat(
    ['since', locale],
    () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
  )
  if (elapsed < hourMs) return format.format(-Math.floor(elapsed / minuteMs), 'minute')
  if (elapsed < dayMs) return format.format(-Math.floor(elapsed / hourMs), 'hour')
  return format.format(-Math.floor(elapsed / dayMs), 'day')
}
