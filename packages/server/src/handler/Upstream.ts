import { isSeatsError, type CallOptions, type SeatsClient } from '@seats/core'
import { asServed } from './asServed.ts'
import type { Spend } from './budgets.ts'

/** Below the 10 s that a browser's client waits, so that it hears what became of its call. */
const patience = 9_000

/** Polar, for one request: all its calls share one time limit, and the client in the browser alone retries. */
export type Upstream = <T>(call: (client: SeatsClient, options: CallOptions) => Promise<T>) => Promise<T>

export function createUpstream(client: SeatsClient, spend: Spend): Upstream {
  const deadline = Date.now() + patience
  return async (call) => {
    await spend()
    try {
      return await call(client, { retry: false, timeout: Math.max(1, deadline - Date.now()) })
    } catch (error) {
      throw isSeatsError(error) ? asServed(error) : error
    }
  }
}
