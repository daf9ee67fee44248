// The Chromium that tests run in, wherever a machine has one.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** For a closed network, and for root in a container. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

/**
 * `CHROMIUM_PATH`, else one on the `PATH`, else Playwright's own.
 * @returns {Promise<string | undefined>} its path
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (isExecutable(named)) return named
    throw new Error('CHROMIUM_PATH names no program that can be run. Correct it, or unset it to have one found.')
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
  if (found) return found
  const { chromium } = await import('playwright-core')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

/**
 * A Chromium, installed where that can be done without asking: on Debian, as root.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (isDebian) {
    console.error('Installing Chromium …')
    const apt = (...args) => spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 2, 2] })
    apt('update')
    apt('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation')
  }
  const installed = await findChromium()
  if (installed) return installed
  throw new Error(
    'There is no Chromium here: install one (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.',
  )
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
