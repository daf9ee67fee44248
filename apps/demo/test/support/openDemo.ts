import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, onTestFinished } from 'vitest'
import { chromiumFlags, findChromium } from '../../../../scripts/chromium.mjs'
import { startDemo, type Demo } from '../../server/startDemo.ts'

let browser: Promise<Browser> | undefined
afterAll(async () => (await browser)?.close())

async function launch(): Promise<Browser> {
  const executablePath = await findChromium()
  return chromium.launch({ ...(executablePath && { executablePath }), args: chromiumFlags })
}

interface Options extends BrowserContextOptions {
  /** The time of the emulator in milliseconds since 1970. By default the real time. */
  now?: number
  /** The number of people to add to the team. Default 0. */
  extraPeople?: number
}

interface OpenedDemo {
  demo: Demo
  context: BrowserContext
  page: Page
}

/** Starts a demo and a page in Chromium for one test. The test fails if the page throws an error. */
export async function openDemo({ now, extraPeople, ...options }: Options = {}): Promise<OpenedDemo> {
  browser ??= launch()
  const [demo, openBrowser] = await Promise.all([startDemo(0, now, extraPeople), browser])
  const context = await openBrowser.newContext({
    baseURL: demo.url,
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(10_000)
  const errors: Error[] = []
  context.on('weberror', (error) => errors.push(error.error()))
  onTestFinished(async () => {
    await context.close()
    await demo.close()
    if (errors.length > 0) throw new AggregateError(errors, 'The page threw.')
  })
  return { demo, context, page: await context.newPage() }
}
