import type { CallOptions } from '../../options/CallOptions.ts'
import { findInternals } from './internals.ts'

/** Milliseconds after which a page shows the error rather than loading on. */
const giveUpAfterMs = 10_000

/** Returns the client's own retries, as far as a page waits for them. */
export function pageRetry(client: object): Pick<CallOptions, 'retry'> {
  const retry = findInternals(client)?.retry
  if (!retry) return {}
  return { retry: { ...retry, giveUpAfter: Math.min(retry.giveUpAfter ?? giveUpAfterMs, giveUpAfterMs) } }
}
