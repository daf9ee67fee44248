import type { Report } from '../internal/createReport.ts'
import type { SeatGateAnswer } from './SeatGateAnswer.ts'

/** Milliseconds from a lost connection to the store until the next attempt. */
const reconnectDelayMs = 1_000

export interface WatchParams {
  subscribe: (onNews: () => void, onLost: () => void) => Promise<() => void>
  check: () => Promise<SeatGateAnswer>
  /** Returns the answer for the time without a store. */
  whenLost: () => SeatGateAnswer
  /** Milliseconds between two checks without news. They are needed, because news can be missed and a grace can end. */
  intervalMs: number
  signal: AbortSignal
  onChange: (access: SeatGateAnswer) => void
  report: Report
}

/**
 * Checks when there is news of a source, and calls `onChange` if the answer has changed. Resolves with the first
 * answer.
 */
export async function watchAccess(params: WatchParams): Promise<SeatGateAnswer> {
  const { subscribe, check, whenLost, intervalMs, signal, onChange, report } = params
  let last: string | undefined
  let unsubscribe: (() => void) | undefined
  let checking: Promise<SeatGateAnswer> | undefined
  let isNews = false
  let reconnecting: ReturnType<typeof setTimeout> | undefined
  let interval: ReturnType<typeof setInterval> | undefined

  const tell = (access: SeatGateAnswer) => {
    const before = last
    last = answerKey(access)
    if (before === undefined || before === last || signal.aborted) return
    const call = async () => onChange(access)
    call().catch(report)
  }
  /** Checks once more if there was news during the check. */
  const checkAgain = async (): Promise<SeatGateAnswer> => {
    let access: SeatGateAnswer
    do {
      isNews = false
      access = await check()
    } while (isNews)
    return access
  }
  const startCheck = () => {
    isNews = true
    return (checking ??= checkAgain().finally(() => (checking = undefined)))
  }
  const onNews = () => startCheck().then(tell, report)
  const leave = () => {
    unsubscribe?.()
    unsubscribe = undefined
  }
  const follow = async () => {
    leave()
    try {
      unsubscribe = await subscribe(() => void onNews(), onLost)
      if (signal.aborted) leave()
    } catch (error) {
      report(error)
      onLost()
    }
  }
  const onLost = () => {
    if (signal.aborted || reconnecting !== undefined) return
    leave()
    tell(whenLost())
    reconnecting = setTimeout(() => {
      reconnecting = undefined
      void follow().then(() => unsubscribe && onNews())
    }, reconnectDelayMs)
  }
  const stop = () => {
    clearInterval(interval)
    clearTimeout(reconnecting)
    leave()
  }

  signal.throwIfAborted()
  // Comes first, because the signal may abort while the store or Polar is asked.
  signal.addEventListener('abort', stop, { once: true })
  await follow()
  const first = await startCheck()
  tell(first)
  if (!signal.aborted) interval = setInterval(() => void onNews(), intervalMs)
  return first
}

/** Two answers with the same key mean the same to an app. */
const answerKey = (access: SeatGateAnswer) =>
  access.seated ? `seated ${access.basis === 'policy'} ${access.lapsedSince}` : access.reason
