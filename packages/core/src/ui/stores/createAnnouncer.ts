import type { Store } from './Store.ts'

/** The shortest time in milliseconds between two announcements of a text that changes often. */
export const announceEveryMs = 5000

/** Announces a changing text to screen readers. A pause of some seconds follows each announcement. */
export interface Announcer extends Store<string> {
  /** Announces a text now. During a pause, announces it when the pause ends, unless `isLast` is true. */
  say(text: string, isLast?: boolean): void
}

/** Creates an announcer. If several texts come during a pause, only the newest is announced. */
export function createAnnouncer(now: () => number = () => performance.now()): Announcer {
  const listeners = new Set<() => void>()
  let announcedText = ''
  let waitingText = ''
  let announcedAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  function clearTimer() {
    clearTimeout(timer)
    timer = undefined
  }

  function announce() {
    clearTimer()
    if (waitingText === announcedText) return
    announcedText = waitingText
    announcedAt = now()
    for (const listener of listeners) listener()
  }

  return {
    getState: () => announcedText,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimer()
      }
    },
    say(text, isLast = false) {
      waitingText = text
      const pauseMs = announcedAt + announceEveryMs - now()
      if (isLast || pauseMs <= 0) announce()
      else timer ??= setTimeout(announce, pauseMs)
    },
  }
}
