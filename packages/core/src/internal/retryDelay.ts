import type { SeatsError } from '../errors/SeatsError.ts'

/** How failed calls are sent again. Only calls that cannot do anything twice are. */
export interface RetryOptions {
  /** Tries in all, the first one included. Default 3. */
  attempts?: number | undefined
  /** Milliseconds the first pause is at most. Doubles with each try. Default 300. */
  minDelay?: number | undefined
  /** Milliseconds a pause is at most; a server that asks for more is not waited for. Default 30 000. */
  maxDelay?: number | undefined
}

/** Milliseconds to wait after try number `attempt` (from 1), or undefined where the error is the answer. */
export function retryDelay(error: SeatsError, attempt: number, retry: RetryOptions | false): number | undefined {
  if (retry === false || !error.isRetryable) return undefined
  const { attempts = 3, maxDelay = defaultMaxDelay } = retry
  if (attempt >= attempts) return undefined
  const named = (error.retryAfter ?? 0) * 1000
  if (named > maxDelay) return undefined
  // On top of what the server asked for, so that clients stopped together do not come back together.
  return named + backoff(retry, attempt, maxDelay - named)
}

/** An exponential pause with full jitter. Workflows wait in the client's measure too, also where it does not retry. */
export function backoff(retry: RetryOptions | false, attempt: number, most: number = maxDelayOf(retry)): number {
  const { minDelay = 300 } = retry || {}
  return Math.random() * Math.min(most, minDelay * 2 ** (attempt - 1))
}

export const maxDelayOf = (retry: RetryOptions | false): number => (retry || {}).maxDelay ?? defaultMaxDelay

const defaultMaxDelay = 30_000
