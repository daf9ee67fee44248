import { dayMicroseconds } from '../clock/dayMicroseconds.ts'
import type { RecurringInterval } from './RecurringInterval.ts'

interface Interval {
  recurring_interval: RecurringInterval
  recurring_interval_count: number
}

/**
 * Returns the end of the period that begins at `start`, both in microseconds. If the interval is a month or a year, the
 * period ends on `anchorDay` (a day of the month), or on the last day of a month that has no such day.
 */
export function endOfPeriod(
  start: number,
  { recurring_interval, recurring_interval_count }: Interval,
  anchorDay: number,
): number {
  if (recurring_interval === 'day') return start + recurring_interval_count * dayMicroseconds
  if (recurring_interval === 'week') return start + recurring_interval_count * 7 * dayMicroseconds
  return addMonths(start, recurring_interval_count * (recurring_interval === 'year' ? 12 : 1), anchorDay)
}

/**
 * Returns the instant `months` later, on that `day` of the month, or on the last day of a month that has no such day.
 */
export function addMonths(instant: number, months: number, day = dayOf(instant)): number {
  const date = new Date(Math.floor(instant / 1000))
  const month = date.getUTCMonth() + months
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate()
  const midnight = Date.UTC(date.getUTCFullYear(), month, Math.min(day, lastDay))
  return midnight * 1000 + (((instant % dayMicroseconds) + dayMicroseconds) % dayMicroseconds)
}

/** Returns the day of the month in UTC. */
export const dayOf = (instant: number): number => new Date(Math.floor(instant / 1000)).getUTCDate()
