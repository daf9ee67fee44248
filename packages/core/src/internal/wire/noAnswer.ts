import { SeatsError } from '../../errors/SeatsError.ts'
import type { WireCall } from './WireCall.ts'
import { mayHaveHappened } from './mayHaveHappened.ts'
import { TimedOut } from '../runtime/within.ts'

/** A call without an answer. `isSent` is false where it ended before anything went out. */
export function noAnswer(spec: WireCall, error: unknown, timeout: number, isSent = true): SeatsError {
  const late = error instanceof TimedOut
  const isAmbiguous = isSent && !spec.safe
  const what = late ? `The server did not answer within ${timeout / 1000} s.` : 'The server cannot be reached.'
  return new SeatsError({
    code: late ? 'TimeoutError' : 'NetworkError',
    operation: spec.operation,
    detail: `${what} ${isAmbiguous ? mayHaveHappened : 'Check the connection and try again.'}`,
    isRetryable: !isAmbiguous,
    isAmbiguous,
    cause: late ? undefined : error,
  })
}
