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

/** A Chromium without the code that draws windows. A test in it takes half as much processor time. */
const headlessShell = 'chromium-headless-shell'

/**
 * Finds `CHROMIUM_PATH`, else a Chromium on the `PATH`, else Playwright's own.
 * @returns {Promise<string | undefined>} its path
 */
export async function findChromium() {
  const names = [headlessShell, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const path = findProgram('CHROMIUM_PATH', names)
  if (path) return path
  const { chromium } = await import('playwright-core')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

/**
 * Finds a Chromium, or installs one.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  if (!findProgram('CHROMIUM_PATH', [headlessShell])) installPackages([headlessShell, 'fonts-liberation'])
  const path = await findChromium()
  if (path) return path
  throw new Error(
    'No Chromium was found. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to its path.',
  )
}
