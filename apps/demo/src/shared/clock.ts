let offset = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** The backend's time, ticking every second: the lab can move it, and countdowns must follow. */
export const clock = {
  now: () => Date.now() + offset,

  /** To the second, so that it only changes when there is something new to show. */
  second: () => Math.floor(clock.now() / 1000) * 1000,

  /** What a request takes on its way is not a move. */
  set(now: string): void {
    const next = Date.parse(now) - Date.now()
    if (Math.abs(next - offset) < 1000) return
    offset = next
    for (const listener of listeners) listener()
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    timer ??= setInterval(() => listeners.forEach((tell) => tell()), 1000)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  },
}
