/** Returns a time as the real server writes it: in UTC, with microseconds unless they are 0, and a `Z`. */
export function formatTime(microseconds: number): string {
  const rest = ((microseconds % 1000) + 1000) % 1000
  const text = `${new Date((microseconds - rest) / 1000).toISOString().slice(0, -1)}${String(rest).padStart(3, '0')}Z`
  return text.replace('.000000Z', 'Z')
}
