const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Returns the day of an instant (in microseconds) as it stands on invoices: `Sep 11, 2026`, in UTC. */
export function formatDay(instant: number): string {
  const date = new Date(Math.floor(instant / 1000))
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`
}
