import type { Store } from './Store.ts'

let offsetMs = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()
const notifyAll = () => listeners.forEach((listener) => listener())

/** The backend's time. The lab can move it, and countdowns follow. */
export const clock = {
  now: () => Date.now() + offsetMs,

  /** Ignores differences below a second: the answer itself took that long. */
  set(now: string): void {
    const next = Date.parse(now) - Date.now()
    if (Math.abs(next - offsetMs) < 1000) return
    offsetMs = next
    notifyAll()
  },
}

/** The backend's time, rounded down to the second. Notifies its listeners every second. */
export const second: Store<number> = {
  now: () => Math.floor(clock.now() / 1000) * 1000,

  subscribe(listener) {
    listeners.add(listener)
    timer ??= setInterval(notifyAll, 1000)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  },
}
