import { isSeatsError, SeatsError, type CallOptions, type SeatsClient } from '@seats/core'
import type { Report } from '../../internal/createReport.ts'
import { withTimeLimit } from '../../internal/withTimeLimit.ts'
import type { Spend } from '../access/createBudgets.ts'
import { translatePolarError } from './translatePolarError.ts'

/** Shorter than the 10 s that a client in a browser waits, so that the browser still gets the answer. */
export const requestTimeoutMs = 9_000
/** A purchase is charged before Polar answers. Shorter than the 60 s that a client in a browser waits for it. */
export const purchaseTimeoutMs = 59_000
/** A change that is sent with less time left would often end without a clear answer. It is not sent. */
const minTimeForChangeMs = 2_000
/** The client times out before this server does, because only the client knows whether the call was sent. */
const clientLeadMs = 100

type Call<T> = (client: SeatsClient, options: CallOptions) => Promise<T>

/** Sends calls to Polar for one request. All of them share one time limit. None is retried: the browser does that. */
export interface Upstream {
  /** Sends a call that changes nothing. */
  read<T>(call: Call<T>): Promise<T>
  /** Sends a change. Throws instead if there is not enough time left for its answer. */
  change<T>(call: Call<T>): Promise<T>
  /**
   * Compares and changes a seat count, like `change`. Core gives the signal only to the calls before the change, so an
   * abort means that nothing was sent.
   */
  changeSeatCount<T>(call: Call<T>): Promise<T>
  /**
   * Completes a change that has begun. It spends no budget, and it goes on after the time limit.
   *
   * @throws Refusal with status 504 if the time limit is over.
   */
  finish<T>(work: (client: SeatsClient) => Promise<T>): Promise<T>
}

/**
 * Starts the time limit of a request. Call it first, so that the time for `authorize` counts too.
 *
 * @param onChange Called once Polar has made a change.
 * @returns A function that creates the calls to Polar, each of which first spends one call of the given budget.
 */
export function startUpstream(
  client: SeatsClient,
  report: Report,
  limitMs: number = requestTimeoutMs,
  onChange: () => void = () => {},
): (spend: Spend) => Upstream {
  // A change of the system's time does not affect this clock.
  const deadline = performance.now() + limitMs
  const timeLeftMs = () => deadline - performance.now()
  return (spend) => {
    const send = async <T>(call: Call<T>, minTimeMs: number, isAbortAmbiguous: boolean): Promise<T> => {
      await spend()
      const timeout = timeLeftMs()
      if (timeout < minTimeMs) throw translatePolarError(timeOver(false))
      // The client's timeout begins again after it has got its token. The signal limits both together.
      const controller = new AbortController()
      const timer = setTimeout(() => controller.abort(timeOver(isAbortAmbiguous)), timeout + clientLeadMs)
      try {
        return await call(client, { retry: false, timeout, signal: controller.signal })
      } catch (error) {
        throw isSeatsError(error) ? translatePolarError(error) : error
      } finally {
        clearTimeout(timer)
      }
    }
    const change = async <T>(call: Call<T>, isAbortAmbiguous: boolean): Promise<T> => {
      const answer = await send(call, minTimeForChangeMs, isAbortAmbiguous)
      onChange()
      return answer
    }
    return {
      read: (call) => send(call, 1, false),
      change: (call) => change(call, true),
      changeSeatCount: (call) => change(call, false),
      async finish(work) {
        const working = work(client)
        return withTimeLimit(working, Math.max(timeLeftMs(), 0), () => {
          // Nobody waits for the work any longer, so a failure is reported to the operator.
          working.catch(report)
          throw translatePolarError(timeOver(true))
        })
      },
    }
  }
}

const timeOver = (isAmbiguous: boolean) =>
  new SeatsError({ code: 'TimeoutError', detail: 'The time for this request is over.', isAmbiguous })
