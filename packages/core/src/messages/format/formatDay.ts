import { cachedFormat } from './cachedFormat.ts'

/** Formats the date of a time: `Dec 23, 2026`. If the text is not a time, returns the same text. */
export function formatDay(at: string, locale: string, timeZone?: string): string {
  const time = Date.parse(at)
  if (Number.isNaN(time)) return at
  return cachedFormat(
    ['day', locale, timeZone],
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }),
  ).format(time)
}
