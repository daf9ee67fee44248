/** Milliseconds between two runs in a row. The pause doubles with each, so that a storm does not use up a rate limit. */
const pauseMs = { shortest: 500, longest: 4_000 }

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
      pause(Math.min(ms * 2, pauseMs.longest))
    }, ms)
  }
  return {
    run() {
      if (timer === undefined) pause(pauseMs.shortest)
      else isWaiting = true
    },
    cancel() {
      clearTimeout(timer)
      timer = undefined
      isWaiting = false
    },
  }
}
