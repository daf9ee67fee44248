// Finds the Firefox for the tests of event streams. Unlike Chromium, it gives a streamed answer to the page only when
// the first byte arrives.
import { findProgram, installPackages } from './programs.mjs'

/**
 * Finds `FIREFOX_PATH`, else a Firefox on the `PATH`: `firefox-esr` on Debian, `firefox` on Ubuntu and elsewhere.
 * @returns {string | undefined} its path
 */
export const findFirefox = () => findProgram('FIREFOX_PATH', ['firefox-esr', 'firefox'])

/**
 * Finds a Firefox, or installs one.
 * @returns {string} its path
 */
export function ensureFirefox() {
  const path = findFirefox()
  if (path) return path
  installPackages(['firefox-esr'])
  const installedPath = findFirefox()
  if (installedPath) return installedPath
  throw new Error(
    'No Firefox was found. Install one (Debian: apt-get install firefox-esr; Ubuntu has no such package: snap install firefox), or set FIREFOX_PATH to its path.',
  )
}
