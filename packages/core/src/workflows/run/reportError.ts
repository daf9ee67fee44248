import { isBrowser } from '../../internal/runtime/isBrowser.ts'

/**
 * Reports an error that a caller's own callback threw, so that the work of the caller can go on. A browser handles the
 * error like that of an event listener. Elsewhere, the error goes to the console, because an uncaught error can end a
 * server.
 */
export function reportError(error: unknown): void {
  if (isBrowser() && 'reportError' in globalThis) globalThis.reportError(error)
  // oxlint-disable-next-line no-console
  else console.error(error)
}
