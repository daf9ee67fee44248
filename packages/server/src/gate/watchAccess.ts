import type { ReportError } from '../internal/createErrorReporter.ts'
import type { SeatGateAnswer } from './SeatGateAnswer.ts'

/** The time from the loss of the connection to the store until the next attempt to connect. */
const reconnectDelayMs = 1_000

export interface WatchParams {
  subscribe: (onEvent: () => void, onLost: () => void) => Promise<() => void>
  check: () => Promise<SeatGateAnswer>
  /** Returns the answer that holds while there is no connection to the store. */
  whenLost: () => SeatGateAnswer
  /**
   * Milliseconds between two regular checks, made even without an event: an event can be missed, and no event says that
   * the grace period after a lapse has ended.
   */
  intervalMs: number
  signal: AbortSignal
  onChange: (access: SeatGateAnswer) => void
  report: ReportError
}

/**
 * Resolves with the first answer. Then checks again at each event about the source and at regular intervals, and calls
 * `onChange` if the answer has changed.
 */
export async function watchAccess(params: WatchParams): Promise<SeatGateAnswer> {
  const { subscribe, check, whenLost, intervalMs, signal, onChange, report } = params
  let lastKey: string | undefined
  let unsubscribe: (() => void) | undefined
  let runningCheck: Promise<SeatGateAnswer> | undefined
  let hasNewEvent = false
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined
  let checkTimer: ReturnType<typeof setInterval> | undefined

  const reportChange = (access: SeatGateAnswer) => {
    const previousKey = lastKey
    lastKey = answerKey(access)
    if (previousKey === undefined || previousKey === lastKey || signal.aborted) return
    const call = async () => onChange(access)
    call().catch(report)
  }
  /** Checks, and repeats the check if an event arrived in the meantime. */
  const checkUntilNoEvent = async (): Promise<SeatGateAnswer> => {
    let access: SeatGateAnswer
    do {
      hasNewEvent = false
      access = await check()
    } while (hasNewEvent)
    return access
  }
  const startCheck = () => {
    hasNewEvent = true
    return (runningCheck ??= checkUntilNoEvent().finally(() => (runningCheck = undefined)))
  }
  const checkAgain = () => startCheck().then(reportChange, report)
  const endSubscription = () => {
    unsubscribe?.()
    unsubscribe = undefined
  }
  const startSubscription = async () => {
    endSubscription()
    try {
      unsubscribe = await subscribe(() => void checkAgain(), onLost)
      if (signal.aborted) endSubscription()
    } catch (error) {
      report(error)
      onLost()
    }
  }
  const onLost = () => {
    if (signal.aborted || reconnectTimer !== undefined) return
    endSubscription()
    reportChange(whenLost())
    reconnectTimer = setTimeout(() => {
      reconnectTimer = undefined
      void startSubscription().then(() => unsubscribe && checkAgain())
    }, reconnectDelayMs)
  }
  const stop = () => {
    clearInterval(checkTimer)
    clearTimeout(reconnectTimer)
    endSubscription()
  }

  signal.throwIfAborted()
  // Listens to the signal before the store or Polar is asked, because the signal may abort in the meantime.
  signal.addEventListener('abort', stop, { once: true })
  await startSubscription()
  const firstAnswer = await startCheck()
  reportChange(firstAnswer)
  if (!signal.aborted) checkTimer = setInterval(() => void checkAgain(), intervalMs)
  return firstAnswer
}

/** Returns a key for an answer. Two answers have the same key if their difference does not matter to an app. */
const answerKey = (access: SeatGateAnswer) =>
  access.seated ? `seated ${access.basis === 'policy'} ${access.lapsedSince}` : access.reason
