import { logError } from '../internal/logError.ts'

/** Answers 500 to an unexpected error, such as a full disk, and logs the error. */
export function internalError(error: unknown): Response {
  logError(error)
  return new Response('{"detail":"Internal Server Error"}', {
    status: 500,
    headers: { 'content-type': 'application/json' },
  })
}
