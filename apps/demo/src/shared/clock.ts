import type { Store } from './Store.ts'

let offset = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

/** The backend's time: the lab can move it, and countdowns must follow. */
export const clock = {
  now: () => Date.now() + offset,

  /** What a request takes on its way is not a move. */
  set(now: string): void {
    const next = Date.parse(now) - Date.now()
    if (Math.abs(next - offset) < 1000) return
    offset = next
    tell()
  },
}

/** The backend's time to the second, ticking. */
export const second: Store<number> = {
  now: () => Math.floor(clock.now() / 1000) * 1000,

  subscribe(listener) {
    listeners.add(listener)
    timer ??= setInterval(tell, 1000)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  },
}
