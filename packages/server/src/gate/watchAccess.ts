import type { Report } from '../internal/createReport.ts'
import type { SeatGateAnswer } from './SeatGateAnswer.ts'

/** Milliseconds after a lost connection to the store until the next attempt to connect. */
const reconnectDelayMs = 1_000

export interface WatchParams {
  subscribe: (onNews: () => void, onLost: () => void) => Promise<() => void>
  check: () => Promise<SeatGateAnswer>
  /** Returns the answer for the time without a connection to the store. */
  whenLost: () => SeatGateAnswer
  /**
   * Milliseconds between two checks without an event. These checks are needed, because an event can be missed and the
   * grace period after a lapse can end.
   */
  intervalMs: number
  signal: AbortSignal
  onChange: (access: SeatGateAnswer) => void
  report: Report
}

/**
 * Checks again when there is an event about a source, and calls `onChange` if the answer has changed. Resolves with the
 * first answer.
 */
export async function watchAccess(params: WatchParams): Promise<SeatGateAnswer> {
  const { subscribe, check, whenLost, intervalMs, signal, onChange, report } = params
  let lastKey: string | undefined
  let unsubscribe: (() => void) | undefined
  let runningCheck: Promise<SeatGateAnswer> | undefined
  let hasNews = false
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined
  let checkTimer: ReturnType<typeof setInterval> | undefined

  const reportChange = (access: SeatGateAnswer) => {
    const previousKey = lastKey
    lastKey = answerKey(access)
    if (previousKey === undefined || previousKey === lastKey || signal.aborted) return
    const call = async () => onChange(access)
    call().catch(report)
  }
  /** Checks once more if there was an event during the check. */
  const checkAgain = async (): Promise<SeatGateAnswer> => {
    let access: SeatGateAnswer
    do {
      hasNews = false
      access = await check()
    } while (hasNews)
    return access
  }
  const startCheck = () => {
    hasNews = true
    return (runningCheck ??= checkAgain().finally(() => (runningCheck = undefined)))
  }
  const onNews = () => startCheck().then(reportChange, report)
  const endSubscription = () => {
    unsubscribe?.()
    unsubscribe = undefined
  }
  const startSubscription = async () => {
    endSubscription()
    try {
      unsubscribe = await subscribe(() => void onNews(), onLost)
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
      void startSubscription().then(() => unsubscribe && onNews())
    }, reconnectDelayMs)
  }
  const stop = () => {
    clearInterval(checkTimer)
    clearTimeout(reconnectTimer)
    endSubscription()
  }

  signal.throwIfAborted()
  // This comes first, because the signal may be aborted while the store or Polar is asked.
  signal.addEventListener('abort', stop, { once: true })
  await startSubscription()
  const firstAnswer = await startCheck()
  reportChange(firstAnswer)
  if (!signal.aborted) checkTimer = setInterval(() => void onNews(), intervalMs)
  return firstAnswer
}

/** Returns a key that is the same for two answers if the difference does not matter to an app. */
const answerKey = (access: SeatGateAnswer) =>
  access.seated ? `seated ${access.basis === 'policy'} ${access.lapsedSince}` : access.reason
