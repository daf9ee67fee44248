// The Firefox that stories of streams run in: it shows a streamed answer to the page only when its first byte arrives.
import { findProgram, installPackages } from './programs.mjs'

/**
 * Finds `FIREFOX_PATH`, else a Firefox on the `PATH`.
 * @returns {string | undefined} its path
 */
export const findFirefox = () => findProgram('FIREFOX_PATH', ['firefox-esr', 'firefox'])

/**
 * Finds a Firefox, or installs one.
 * @returns {string} its path
 */
export function ensureFirefox() {
  const found = findFirefox()
  if (found) return found
  installPackages(['firefox-esr'])
  const installed = findFirefox()
  if (installed) return installed
  throw new Error(
    'There is no Firefox here: install one (Debian: apt-get install firefox-esr), or name it in FIREFOX_PATH.',
  )
}
