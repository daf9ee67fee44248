import type { Store } from './Store.ts'

/** Returns a store of the client's time, rounded down to the second. The store calls its listeners every second. */
export const createSecond = (now: () => number): Store<number> => ({
  getState: () => Math.floor(now() / 1000) * 1000,
  subscribe(listener) {
    const timer = setInterval(listener, 1000)
    return () => clearInterval(timer)
  },
})
