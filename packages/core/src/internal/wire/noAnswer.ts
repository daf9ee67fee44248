import { SeatsError } from '../../errors/SeatsError.ts'
import type { WireCall } from './WireCall.ts'
import { mayHaveHappenedText } from './mayHaveHappenedText.ts'
import { TimedOut } from '../runtime/runWithTimeout.ts'

/** Returns the error for a call without an answer. `isSent` is false if the call ended before a request was sent. */
export function noAnswer(wireCall: WireCall, error: unknown, timeout: number, isSent = true): SeatsError {
  const isLate = error instanceof TimedOut
  const isAmbiguous = isSent && !wireCall.safe
  const problem = isLate ? `The server did not answer within ${timeout / 1000} s.` : 'The server cannot be reached.'
  return new SeatsError({
    code: isLate ? 'TimeoutError' : 'NetworkError',
    operation: wireCall.operation,
    detail: `${problem} ${isAmbiguous ? mayHaveHappenedText : 'Check the connection and try again.'}`,
    isRetryable: !isAmbiguous,
    isAmbiguous,
    cause: isLate ? undefined : error,
  })
}
