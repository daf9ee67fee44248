let offsetMs = 0

/** The backend's time. The lab can move it, and countdowns follow. */
export const clock = {
  now: () => Date.now() + offsetMs,

  /** Ignores differences below a second: the answer itself took that long. */
  set(now: string): void {
    const next = Date.parse(now) - Date.now()
    if (Math.abs(next - offsetMs) < 1000) return
    offsetMs = next
  },
}
