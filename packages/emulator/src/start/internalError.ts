import { logError } from '../internal/logError.ts'

/** Answers 500 to an error that no rule foresees, such as a full disk, and writes its stack to stderr. */
export function internalError(error: unknown): Response {
  logError(error)
  return new Response('{"detail":"Internal Server Error"}', {
    status: 500,
    headers: { 'content-type': 'application/json' },
  })
}
