/**
 * Converts a time from Polar to microseconds since 1970. `Date.parse` alone is not enough: it cuts off the
 * microseconds, and two changes of one seat can be less than a millisecond apart. Returns NaN if the text is not a
 * time.
 */
export const microseconds = (time: string): number =>
  Date.parse(time) * 1000 + Number((/\.\d{3}(\d{1,3})/.exec(time)?.[1] ?? '').padEnd(3, '0'))

/** Returns a time as text, with microseconds and always in the same spelling. Such texts sort by time. */
export function preciseTime(time: string): string {
  const total = microseconds(time)
  const milliseconds = new Date(Math.floor(total / 1000)).toISOString().slice(0, -1)
  return `${milliseconds}${String(total % 1000).padStart(3, '0')}Z`
}
