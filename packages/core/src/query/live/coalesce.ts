/**
 * The first pause between two runs. Each further pause is twice as long, so that many events do not exhaust a rate
 * limit.
 */
const minPauseMs = 500
const maxPauseMs = 4_000

export interface Coalesced {
  /** Runs the action now if no pause is under way. Otherwise runs it once when the pause is over. */
  run(): void
  /** Cancels a run that waits for the end of a pause. */
  cancel(): void
}

/** Combines many calls into few runs. The last call is always followed by a run. */
export function coalesce(action: () => void): Coalesced {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWaiting = false
  const runAndPause = (ms: number) => {
    action()
    timer = setTimeout(() => {
      timer = undefined
      if (!isWaiting) return
      isWaiting = false
      runAndPause(Math.min(ms * 2, maxPauseMs))
    }, ms)
  }
  return {
    run() {
      if (timer === undefined) runAndPause(minPauseMs)
      else isWaiting = true
    },
    cancel() {
      clearTimeout(timer)
      timer = undefined
      isWaiting = false
    },
  }
}
