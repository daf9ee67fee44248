// Finds the Chromium that tests run in.
import { existsSync } from 'node:fs'
import { findProgram, installPackages } from './programs.mjs'

/** Flags for a machine without a network, and for root in a container. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

/**
 * Finds `CHROMIUM_PATH`, else a Chromium on the `PATH`, else Playwright's own.
 * @returns {Promise<string | undefined>} its path
 */
export async function findChromium() {
  const found = findProgram('CHROMIUM_PATH', ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'])
  if (found) return found
  const { chromium } = await import('playwright-core')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

/**
 * Finds a Chromium, or installs one.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  installPackages(['chromium', 'fonts-liberation'])
  const installed = await findChromium()
  if (installed) return installed
  throw new Error(
    'No Chromium was found. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to its path.',
  )
}
