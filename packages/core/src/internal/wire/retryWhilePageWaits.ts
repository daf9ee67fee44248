import type { CallOptions } from '../../options/CallOptions.ts'
import { internalsOf } from './internals.ts'

/** Milliseconds after the first attempt. A page then shows the error, and does not begin another attempt. */
const giveUpAfterMs = 10_000

/** Returns the client's `retry`, with a limit to the time in which a read for a page is tried again. */
export function retryWhilePageWaits(client: object): Pick<CallOptions, 'retry'> {
  const retry = internalsOf(client).retry
  if (!retry) return {}
  return { retry: { ...retry, giveUpAfter: Math.min(retry.giveUpAfter ?? giveUpAfterMs, giveUpAfterMs) } }
}
