/** The pause between two runs. It doubles with each run, so that many events do not use up a rate limit. */
const shortestPauseMs = 500
const longestPauseMs = 4_000

export interface Coalesced {
  /** Runs the action now if no pause is under way. Otherwise runs it once when the pause is over. */
  run(): void
  /** Cancels a run that waits for the end of a pause. */
  cancel(): void
}

/** Combines many calls into few runs. A run always follows the last call. */
export function coalesce(action: () => void): Coalesced {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWaiting = false
  const pause = (ms: number) => {
    action()
    timer = setTimeout(() => {
      timer = undefined
      if (!isWaiting) return
      isWaiting = false
      pause(Math.min(ms * 2, longestPauseMs))
    }, ms)
  }
  return {
    run() {
      if (timer === undefined) pause(shortestPauseMs)
      else isWaiting = true
    },
    cancel() {
      clearTimeout(timer)
      timer = undefined
      isWaiting = false
    },
  }
}
