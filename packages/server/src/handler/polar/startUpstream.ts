import { isSeatsError, SeatsError, type CallOptions, type SeatsClient } from '@seats/core'
import type { Report } from '../../internal/createReport.ts'
import { asServed } from './asServed.ts'
import type { Spend } from '../access/createBudgets.ts'

/** Below the 10 s that a browser's client waits, so that it hears what became of its call. */
const timeLimitMs = 9_000
/** A change that is sent with less time than this would more often than not leave open whether it was made. */
const minTimeForChangeMs = 2_000
/** The client knows more, such as that nothing was sent yet: its own time limit ends before this server's. */
const marginMs = 100

type Call<T> = (client: SeatsClient, options: CallOptions) => Promise<T>

/** Polar, for one request: all its calls share one time limit, and the client in the browser alone retries. */
export interface Upstream {
  read<T>(call: Call<T>): Promise<T>
  change<T>(call: Call<T>): Promise<T>
  /**
   * Ends what a change has begun: it costs nothing of the budget, and goes on if the time for the answer is over.
   *
   * @throws Refusal with status 504 if it is
   */
  finish<T>(work: (client: SeatsClient) => Promise<T>): Promise<T>
}

/** Polar for the request that comes now: its time begins here, before anybody has asked who it is. */
export function startUpstream(client: SeatsClient, report: Report): (spend: Spend) => Upstream {
  // A clock that nobody sets.
  const deadline = performance.now() + timeLimitMs
  const timeLeft = () => deadline - performance.now()
  return (spend) => {
    const send = async <T>(call: Call<T>, isChange: boolean): Promise<T> => {
      await spend()
      const left = timeLeft()
      if (left < (isChange ? minTimeForChangeMs : 1)) throw asServed(tooLate(false))
      // The timeout is for each step: a token that comes late must not leave Polar the whole time once more.
      const controller = new AbortController()
      const timer = setTimeout(() => controller.abort(tooLate(isChange)), left + marginMs)
      try {
        return await call(client, { retry: false, timeout: left, signal: controller.signal })
      } catch (error) {
        throw isSeatsError(error) ? asServed(error) : error
      } finally {
        clearTimeout(timer)
      }
    }
    return {
      read: (call) => send(call, false),
      change: (call) => send(call, true),
      async finish(work) {
        const working = work(client)
        let timer: ReturnType<typeof setTimeout> | undefined
        const late = new Promise<never>((_, reject) => {
          timer = setTimeout(
            () => {
              reject(asServed(tooLate(true)))
              working.catch(report)
            },
            Math.max(timeLeft(), 0),
          )
        })
        return Promise.race([working, late]).finally(() => clearTimeout(timer))
      },
    }
  }
}

const tooLate = (isAmbiguous: boolean) =>
  new SeatsError({ code: 'TimeoutError', detail: 'The time for this request is over.', isAmbiguous })
