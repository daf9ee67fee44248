/** Milliseconds between two runs in a row. The pause doubles with each, so that a storm does not use up a rate limit. */
const pauseMs = { shortest: 500, longest: 4_000 }

export interface Coalesced {
  /** Runs the action: at once after a quiet time, else once when the pause is over, however often it is called. */
  run(): void
  /** Forgets a run that waits. */
  cancel(): void
}

/** Makes many calls in a row few. The last one is never lost. */
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
