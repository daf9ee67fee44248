import { cachedFormat } from './cachedFormat.ts'

const units = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/**
 * Formats a duration, rounded down, with its largest unit and the next smaller unit: `23 hr 59 min`. Leaves out a unit
 * whose number is 0. A negative duration becomes 0 seconds.
 */
export function formatDuration(ms: number, locale: string, unitDisplay: 'short' | 'long' = 'short'): string {
  let msLeft = Math.max(0, Math.floor(ms / 1000)) * 1000
  const largestIndex = units.findIndex(([, length]) => msLeft >= length)
  const shownUnits = units.slice(largestIndex === -1 ? -1 : largestIndex).slice(0, 2)
  const parts = shownUnits.flatMap(([unit, length], index) => {
    const count = Math.floor(msLeft / length)
    msLeft %= length
    return count > 0 || (index === 0 && largestIndex === -1) ? [formatUnit(count, unit, locale, unitDisplay)] : []
  })
  const list = cachedFormat(
    ['units', locale, unitDisplay],
    () => new Intl.ListFormat(locale, { type: 'unit', style: unitDisplay === 'short' ? 'narrow' : 'long' }),
  )
  return list.format(parts)
}

const formatUnit = (count: number, unit: string, locale: string, unitDisplay: 'short' | 'long') =>
  cachedFormat(
    ['unit', locale, unit, unitDisplay],
    () => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }),
  ).format(count)
