/** Returns a time from Polar as text that sorts by time: always with six digits after the seconds. */
export function sortableTime(time: string): string {
  const [, seconds = time, fraction = ''] = /^(.*?)(?:\.(\d+))?(?:Z|\+00:00)?$/.exec(time) ?? []
  return `${seconds}.${fraction.padEnd(6, '0')}`
}
