import { isBrowser } from '../../internal/runtime/isBrowser.ts'

/**
 * What a caller's own callback threw is theirs to see, and no reason to stop. A page is told as of any listener's error;
 * elsewhere that can end the process, so that the console has to do.
 */
export function reportError(error: unknown): void {
  if (isBrowser() && 'reportError' in globalThis) globalThis.reportError(error)
  // oxlint-disable-next-line no-console
  else console.error(error)
}
