import { isBodyAlreadyRead } from './bodyAlreadyRead.ts'

/** Tells the operator about an error. Never throws. */
export type ReportError = (error: unknown) => void

/** Errors go to the console by default, so that the operator notices, for example, that Polar refuses the token. */
// oxlint-disable-next-line no-console
const toConsole: ReportError = (error) => console.error(error)

/**
 * Returns a function that passes errors to `onError`. If `onError` throws or rejects, both errors go to the console and
 * the answer to the request stays the same. The error for a body that was read before is reported only once, because
 * with such a setup every request causes it.
 */
export function createErrorReporter(onError: ReportError = toConsole): ReportError {
  const callOnError = async (error: unknown) => onError(error)
  let isBodyReported = false
  return (error) => {
    const isBody = isBodyAlreadyRead(error)
    if (isBody && isBodyReported) return
    isBodyReported ||= isBody
    void callOnError(error)
      .catch((failure: unknown) => {
        toConsole(error)
        toConsole(failure)
      })
      // If an error cannot be printed, even the console throws.
      .catch(() => {})
  }
}
