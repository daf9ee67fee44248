// Finds Debian's WebKit, its driver and a display, for the tests in WebKit.
import { existsSync } from 'node:fs'
import { installPackages } from './programs.mjs'

export const webkit = {
  browser: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  driver: '/usr/bin/WebKitWebDriver',
  display: '/usr/bin/xvfb-run',
}

/** Installs WebKit if it is missing. Throws if it cannot be installed. */
export function ensureWebkit() {
  const isInstalled = () => Object.values(webkit).every((path) => existsSync(path))
  if (isInstalled()) return
  installPackages(['webkit2gtk-driver', 'xvfb', 'xauth'])
  if (isInstalled()) return
  throw new Error('No WebKit was found. Install it (Debian: apt-get install webkit2gtk-driver xvfb xauth).')
}
