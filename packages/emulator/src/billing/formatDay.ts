const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Returns the day of an instant (in microseconds) as invoices write it, in UTC: `Sep 11, 2026`. */
export function formatDay(instant: number): string {
  const date = new Date(Math.floor(instant / 1000))
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`
}
