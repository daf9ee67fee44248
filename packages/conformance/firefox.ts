import { defineBrowserProvider } from '@vitest/browser'
import { launch, type Browser } from 'puppeteer-core'
import type { BrowserProvider, BrowserProviderOption } from 'vitest/node'
import { findFirefox } from '../../scripts/firefox.mjs'

/**
 * Runs browser tests in the installed Firefox over WebDriver BiDi, because Playwright can use only its own build of
 * Firefox. Firefox gets a temporary profile, which is deleted when the tests end.
 */
export const firefox = (): BrowserProviderOption =>
  defineBrowserProvider({ name: 'firefox-bidi', supportedBrowser: ['firefox'], providerFactory: createProvider })

function createProvider(): BrowserProvider {
  let browser: Promise<Browser> | undefined
  return {
    name: 'firefox-bidi',
    supportsParallelism: false,
    getCommandsContext: () => ({}),
    async openPage(_sessionId, url) {
      browser ??= start()
      const page = await (await browser).newPage()
      await page.goto(url)
    },
    async close() {
      const running = browser
      browser = undefined
      await (await running)?.close()
    },
  }
}

function start(): Promise<Browser> {
  const executablePath = findFirefox()
  if (executablePath === undefined) {
    throw new Error('There is no Firefox here. Install one (Debian: apt-get install firefox-esr).')
  }
  // One process for all pages takes the least memory.
  return launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'dom.ipc.processCount': 1 },
  })
}
