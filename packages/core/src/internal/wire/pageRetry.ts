import type { CallOptions } from '../../options/CallOptions.ts'
import { internalsOf } from './internals.ts'

/** The longest time that a page shows a loading state before it shows the error. */
const giveUpAfterMs = 10_000

/** Returns the client's `retry`, with a limit to the time that a page waits. */
export function pageRetry(client: object): Pick<CallOptions, 'retry'> {
  const retry = internalsOf(client).retry
  if (!retry) return {}
  return { retry: { ...retry, giveUpAfter: Math.min(retry.giveUpAfter ?? giveUpAfterMs, giveUpAfterMs) } }
}
