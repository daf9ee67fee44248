import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { chromiumFlags, findChromium } from '../../../scripts/chromium.mjs'

/** Opens a page in a separate Chromium, which is closed after the test. */
export async function openPage(url: string, options?: BrowserContextOptions): Promise<Page> {
  const executablePath = await findChromium()
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) })
  onTestFinished(() => browser.close())
  const page = await browser.newPage(options)
  // A busy machine is slow.
  page.setDefaultTimeout(120_000)
  await page.goto(url)
  return page
}
