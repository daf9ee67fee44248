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
  const elapsedMs = now - Date.parse(at)
  if (elapsedMs < minuteMs) return justNow
  if (!(elapsedMs < 7 * dayMs)) return formatDay(at, locale, timeZone)
  const format = cachedFormat(
    ['since', locale],
    () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
  )
  if (elapsedMs < hourMs) return format.format(-Math.floor(elapsedMs / minuteMs), 'minute')
  if (elapsedMs < dayMs) return format.format(-Math.floor(elapsedMs / hourMs), 'hour')
  return format.format(-Math.floor(elapsedMs / dayMs), 'day')
}
