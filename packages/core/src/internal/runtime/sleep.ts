import { onAbort } from './onAbort.ts'

/** The longest time in milliseconds that a timer can wait. A timer that is set for longer fires at once. */
export const longestTimerMs: number = 2 ** 31 - 1

/**
 * Resolves after `ms` milliseconds, even if one timer cannot wait that long. Rejects with the signal's reason after an
 * abort.
 */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopListening = onAbort(signal, () => {
      clearTimeout(timer)
      reject(signal?.reason)
    })
    const startTimer = (msLeft: number) => {
      timer = setTimeout(
        () => {
          if (msLeft > longestTimerMs) return startTimer(msLeft - longestTimerMs)
          stopListening()
          resolve()
        },
        Math.min(msLeft, longestTimerMs),
      )
    }
    if (!signal?.aborted) startTimer(ms)
  })
}
