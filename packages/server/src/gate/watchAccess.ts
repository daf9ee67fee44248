import type { Report } from '../internal/createReport.ts'
import type { SeatGateAnswer } from './SeatGateAnswer.ts'

/** Milliseconds before a lost store is asked again. */
const reconnectDelayMs = 1_000

export interface WatchParams {
  subscribe: (onNews: () => void, onLost: () => void) => Promise<() => void>
  check: () => Promise<SeatGateAnswer>
  /** Returns the answer for the time without a store. */
  whenLost: () => SeatGateAnswer
  /** Milliseconds between two checks without news: news can be missed, and a grace runs out. */
  intervalMs: number
  signal: AbortSignal
  onChange: (access: SeatGateAnswer) => void
  report: Report
}

/**
 * Checks when there is news of a source, and calls `onChange` if the answer is another one than before. Resolves with
 * the first answer.
 */
export async function watchAccess(params: WatchParams): Promise<SeatGateAnswer> {
  const { subscribe, check, whenLost, intervalMs, signal, onChange, report } = params
  let last: string | undefined
  let unsubscribe: (() => void) | undefined
  let checking: Promise<SeatGateAnswer> | undefined
  let isNews = false

  const tell = (access: SeatGateAnswer) => {
    const before = last
    last = answerKey(access)
    if (before === undefined || before === last || signal.aborted) return
    try {
      onChange(access)
    } catch (error) {
      report(error)
    }
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
  const follow = async () => {
    try {
      const leave = await subscribe(() => void onNews(), onLost)
      if (signal.aborted) leave()
      else unsubscribe = leave
    } catch (error) {
      report(error)
      onLost()
    }
  }
  const onLost = () => {
    if (signal.aborted) return
    unsubscribe?.()
    unsubscribe = undefined
    tell(whenLost())
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      void follow().then(() => unsubscribe && onNews())
    }, reconnectDelayMs)
    const stop = () => clearTimeout(timer)
    signal.addEventListener('abort', stop, { once: true })
  }

  signal.throwIfAborted()
  await follow()
  const first = await startCheck()
  tell(first)
  const timer = setInterval(() => void onNews(), intervalMs)
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer)
      unsubscribe?.()
    },
    { once: true },
  )
  return first
}

/** Two answers with the same key mean the same to an app. */
const answerKey = (access: SeatGateAnswer) =>
  access.seated ? `seated ${access.basis === 'policy'} ${access.lapsedSince}` : access.reason
