import { isSeatsError, type SeatsError } from '@seats/core'
import { misconfigured } from './misconfigured.ts'

const problem = 'Something read or changed the body of a request before this handler'

/** Returns the error for a body that something has read or changed before. Only the operator can repair that. */
export const bodyAlreadyRead = (handlerName: 'webhook handler' | 'seats handler'): SeatsError =>
  misconfigured(
    `${problem}. Mount the ${handlerName} before express.json() and any other body parser, ` +
      'and give it the request unchanged.',
  )

export const isBodyAlreadyRead = (error: unknown): boolean =>
  isSeatsError(error, 'ConfigurationError') && error.detail.startsWith(problem)
