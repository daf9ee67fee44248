import { isSeatsError, SeatsError, type CallOptions, type SeatsClient } from '@seats/core'
import type { ReportError } from '../../internal/createErrorReporter.ts'
import { withTimeLimit } from '../../internal/withTimeLimit.ts'
import type { Spend } from '../access/createBudgets.ts'
import { translatePolarError } from './translatePolarError.ts'

/** The time limit of a request. It is shorter than the 10 s that a client in a browser waits. */
export const requestTimeoutMs = 9_000
/**
 * The time limit of a purchase, which takes longer because Polar charges before it answers. A client in a browser waits
 * 60 s.
 */
export const purchaseTimeoutMs = 59_000
/** If less time remains, a change is not sent, because it would often end without a clear answer. */
const minTimeForChangeMs = 2_000
/**
 * The signal aborts this much later than the client's timeout. So the client's own error usually comes first. That
 * error is better, because only the client knows whether the call was sent.
 */
const signalDelayMs = 100

type PolarCall<T> = (client: SeatsClient, options: CallOptions) => Promise<T>

/**
 * Sends calls to Polar for one request. All of them share one time limit. No call is sent again after a failure,
 * because the browser decides about that. The calls of `finish` are the exception.
 */
export interface Upstream {
  /** Sends a call that changes nothing. */
  read<T>(call: PolarCall<T>): Promise<T>
  /** Sends a change. Throws instead if the remaining time is too short for an answer. */
  change<T>(call: PolarCall<T>): Promise<T>
  /**
   * Like `change`, for a seat count. Core passes the signal to its reads, but not to the change, so an abort alone does
   * not make the outcome uncertain.
   */
  changeSeatCount<T>(call: PolarCall<T>): Promise<T>
  /**
   * Completes a change that has begun. Spends no budget, and goes on after the time limit.
   *
   * @throws Refusal with status 504 if the time limit is over.
   */
  finish<T>(work: (client: SeatsClient) => Promise<T>): Promise<T>
}

/** The calls to Polar for one request. */
interface UpstreamOfRequest {
  /** Returns an `Upstream` for a budget. Each of its calls first spends one call of the budget. */
  upstreamFor: (spend: Spend) => Upstream
  /** Returns whether Polar has made a change for this request so far, even if something failed after it. */
  hasChanged: () => boolean
}

/** Starts the time limit of a request. Call it first, so that the time for `authorize` counts too. */
export function startUpstream(client: SeatsClient, report: ReportError, limitMs: number): UpstreamOfRequest {
  let isChanged = false
  // `performance.now` is not affected by a change of the system's time.
  const deadline = performance.now() + limitMs
  const timeLeftMs = () => deadline - performance.now()
  const upstreamFor = (spend: Spend): Upstream => {
    const send = async <T>(call: PolarCall<T>, minTimeMs: number, isAbortAmbiguous: boolean): Promise<T> => {
      await spend()
      const timeout = timeLeftMs()
      if (timeout < minTimeMs) throw translatePolarError(timeoutError(false))
      // The client's timeout starts again after it has got its token. The signal limits both together.
      const controller = new AbortController()
      const timer = setTimeout(() => controller.abort(timeoutError(isAbortAmbiguous)), timeout + signalDelayMs)
      try {
        return await call(client, { retry: false, timeout, signal: controller.signal })
      } catch (error) {
        throw isSeatsError(error) ? translatePolarError(error) : error
      } finally {
        clearTimeout(timer)
      }
    }
    const change = async <T>(call: PolarCall<T>, isAbortAmbiguous: boolean): Promise<T> => {
      const answer = await send(call, minTimeForChangeMs, isAbortAmbiguous)
      isChanged = true
      return answer
    }
    return {
      read: (call) => send(call, 1, false),
      change: (call) => change(call, true),
      changeSeatCount: (call) => change(call, false),
      async finish(work) {
        const running = work(client)
        return withTimeLimit(running, Math.max(timeLeftMs(), 0), () => {
          // No request waits for the work any longer, so its failure is reported to the operator.
          running.catch(report)
          throw translatePolarError(timeoutError(true))
        })
      },
    }
  }
  return { upstreamFor, hasChanged: () => isChanged }
}

const timeoutError = (isAmbiguous: boolean) =>
  new SeatsError({ code: 'TimeoutError', detail: 'The time for this request is over.', isAmbiguous })
