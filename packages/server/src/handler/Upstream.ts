import { isSeatsError, SeatsError, type CallOptions, type SeatsClient } from '@seats/core'
import { asServed } from './asServed.ts'
import type { Spend } from './budgets.ts'

/** Below the 10 s that a browser's client waits, so that it hears what became of its call. */
const patience = 9_000
/** A change that is sent with less time than this would more often than not leave open whether it was made. */
const enough = 2_000
/** What the client itself knows, such as that nothing was sent yet, comes before this server's own limit. */
const margin = 100

type Call<T> = (client: SeatsClient, options: CallOptions) => Promise<T>

/** Polar, for one request: all its calls share one time limit, and the client in the browser alone retries. */
export interface Upstream {
  read<T>(call: Call<T>): Promise<T>
  change<T>(call: Call<T>): Promise<T>
}

/** Polar for the request that comes now: its time begins here, before anybody has asked who it is. */
export function startUpstream(client: SeatsClient): (spend: Spend) => Upstream {
  const deadline = Date.now() + patience
  return (spend) => {
    const send = async <T>(call: Call<T>, isChange: boolean): Promise<T> => {
      await spend()
      const left = deadline - Date.now()
      if (left < (isChange ? enough : 1)) throw asServed(tooLate(false))
      // The timeout is for each step: a token that comes late must not leave Polar the whole time once more.
      const controller = new AbortController()
      const timer = setTimeout(() => controller.abort(tooLate(isChange)), left + margin)
      try {
        return await call(client, { retry: false, timeout: left, signal: controller.signal })
      } catch (error) {
        throw isSeatsError(error) ? asServed(error) : error
      } finally {
        clearTimeout(timer)
      }
    }
    return { read: (call) => send(call, false), change: (call) => send(call, true) }
  }
}

const tooLate = (isAmbiguous: boolean) =>
  new SeatsError({ code: 'TimeoutError', detail: 'The time for this request is over.', isAmbiguous })
