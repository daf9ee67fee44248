import type { Browser } from 'playwright-core'
import { countRequests } from './countRequests.ts'
import { readMetrics } from './readMetrics.ts'
import * as inPage from './scriptsInPage.ts'
import type { TeamServer } from './startTeamServer.ts'

/** The measurements of one visit. */
export interface Visit {
  /** Milliseconds from the navigation to the frame that shows the first rows. */
  firstRowsMs: number
  /** Milliseconds that the page's main thread works for each search key. */
  searchKeyMs: number[]
  /** The same for each revoke on the page. */
  revokeMs: number[]
  /** The same for each live event about a revoke elsewhere. */
  eventMs: number[]
  missedFrames: number
  rows: number
  nodes: number
  heapMB: number
}

const searchKeys = ['p', 'e', 'r', 's']
/** The number of revokes on the page. The same number of seats is revoked elsewhere. */
const revokeCount = 2

/**
 * Opens a page, uses it as an admin would, and closes it.
 *
 * @param confirm The selector of the button that confirms a revoke, if the page asks.
 */
export async function visitPage(browser: Browser, server: TeamServer, confirm: string | undefined): Promise<Visit> {
  const page = await browser.newPage()
  try {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const requests = countRequests(page)
    const waitUntilIdle = async () => {
      do await page.evaluate(inPage.nextFrames)
      while (requests.underway() > 0)
    }
    const workOf = async (act: () => Promise<unknown>) => {
      const metricsBefore = await readMetrics(session)
      await act()
      await waitUntilIdle()
      return (await readMetrics(session)).workMs - metricsBefore.workMs
    }
    // Clicks by script. Playwright's own click would wait until the button no longer moves.
    const click = async (selector: string) => {
      const button = await page.waitForSelector(selector)
      await button.evaluate((element) => element.dispatchEvent(new MouseEvent('click', { bubbles: true })))
    }
    await page.addInitScript(inPage.recordFirstRows)
    await page.goto(server.url)
    await page.waitForFunction(() => window.firstRowsMs !== undefined)
    await page.waitForSelector(buttonOf('example.com'))
    await waitUntilIdle()
    const firstRowsMs = await page.evaluate(() => window.firstRowsMs ?? NaN)
    const counts = await page.evaluate(inPage.countNodes)
    await session.send('HeapProfiler.collectGarbage')
    const { heapMB } = await readMetrics(session)
    const missedFrames = await page.evaluate(inPage.scroll)

    await page.focus('input[type=search]')
    const searchKeyMs: number[] = []
    for (const key of searchKeys) searchKeyMs.push(await workOf(() => page.keyboard.press(key)))
    await page.fill('input[type=search]', '')
    await waitUntilIdle()

    const isGone = (name: string) =>
      page.waitForFunction((selector) => document.querySelector(selector) === null, buttonOf(name))
    const revokeMs: number[] = []
    const eventMs: number[] = []
    for (let round = 0; round < revokeCount; round++) {
      const [revokedName = '', nameRevokedElsewhere = ''] = await page.evaluate(inPage.shownNames)
      revokeMs.push(
        await workOf(async () => {
          await click(buttonOf(revokedName))
          if (confirm !== undefined) await click(confirm)
          await isGone(revokedName)
        }),
      )
      eventMs.push(
        await workOf(async () => {
          await server.revokeElsewhere(nameRevokedElsewhere)
          await isGone(nameRevokedElsewhere)
        }),
      )
    }
    return { firstRowsMs, searchKeyMs, revokeMs, eventMs, missedFrames, ...counts, heapMB }
  } finally {
    await page.close()
  }
}

const buttonOf = (name: string) => `tr[data-index] button[aria-label$="${name}"]`
