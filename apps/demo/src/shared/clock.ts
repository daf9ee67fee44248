let offsetMs = 0

/** The backend's time. The lab can move it, and countdowns follow. */
export const clock = {
  now: () => Date.now() + offsetMs,

  /** Sets the time. Ignores differences of less than a second, because an answer can take that long. */
  set(now: string): void {
    const nextOffsetMs = Date.parse(now) - Date.now()
    if (Math.abs(nextOffsetMs - offsetMs) < 1000) return
    offsetMs = nextOffsetMs
  },
}
