import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startEmulator } from '@seats/emulator'
import { chromium, type Browser } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../../scripts/chromium.mjs'
import { freePort } from './freePort.ts'

export interface Visit {
  /** The document that the server sent. */
  html: string
  /** The lines on the page after hydration. */
  linesAfterHydration: string[]
  /** The lines on the page after a seat was revoked. */
  linesAfterRevoke: string[]
  /** The methods of the calls to the guard, from loading to the end of the revoke. */
  calls: string[]
  consoleErrors: string[]
  /** The bodies of all responses, joined. */
  responseBodies: string
  /** The status codes of `/report` for a person with a claimed seat, an invited person, and somebody unknown. */
  reportStatuses: number[]
  /** `TeamPanel`, rendered on the server and then in the browser. */
  panel: PanelVisit
}

export interface PanelVisit {
  /** The document that the server sent. */
  html: string
  /** The rows as the server sent them. */
  rowsFromServer: string[]
  /** The rows after hydration. */
  rowsAfterHydration: string[]
  /** The calls to the guard until the buttons of the rows appeared. The stream of live events does not count. */
  calls: string[]
  consoleErrors: string[]
}

/**
 * Runs a built app in front of an emulator and visits its page in Chromium.
 * @param start returns the command that starts the app, and its environment
 * @param basePath the path that all addresses of the app begin with, such as `/team`
 */
export async function visitApp(
  start: (context: { port: number; polar: string; token: string; subscription: string }) => {
    command: string[]
    cwd: string
    env: Record<string, string>
  },
  basePath = '',
): Promise<Visit> {
  const token = 'polar_oat_acme'
  const emulator = await startEmulator({
    port: 0,
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token }],
          products: [{ ref: 'team' }],
          customers: [{ ref: 'jane', email: 'jane@example.com' }],
          subscriptions: [
            {
              ref: 'sub',
              // The examples of the documentation have this id.
              id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
              product: 'team',
              customer: 'jane',
              seats: 5,
              roster: [
                { email: 'ada@example.com', status: 'claimed' },
                { email: 'grace@example.com', status: 'pending' },
              ],
            },
          ],
        },
      ],
    },
  })
  const port = await freePort()
  const { command, cwd, env } = start({ port, polar: emulator.url, token, subscription: emulator.ref('acme/sub') })
  const [program = '', ...args] = command
  const app = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'ignore' })
  const executablePath = await findChromium()
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) })
  let stream: Response | undefined
  try {
    const url = `http://127.0.0.1:${port}${basePath}/`
    const html = await waitForAnswer(url, app)
    const reportStatuses = []
    for (const name of ['ada', 'grace', 'eve']) {
      const headers = { cookie: `email=${name}@example.com` }
      reportStatuses.push((await fetch(`${url}report`, { headers })).status)
    }
    const panel = await visitPanel(browser, `${url}panel`)
    const page = await browser.newPage()
    const calls: string[] = []
    const consoleErrors: string[] = []
    const bodies: string[] = []
    page.on('request', (request) => request.url().includes('/api/') && calls.push(request.method()))
    // Answers are recorded here, because Chromium often cannot return the body of an answer that the page has read.
    await page.route('**/*', async (route) => {
      const response = await route.fetch({ maxRedirects: 0 })
      bodies.push(await response.text())
      await route.fulfill({ response })
    })
    page.on('console', (message) => /error|warning/.test(message.type()) && consoleErrors.push(message.text()))
    page.on('pageerror', (error) => consoleErrors.push(error.message))
    await page.goto(url)
    // The lines are sorted, because a roster has no defined order. The heading begins with a digit, so it comes first.
    const lines = async () => (await page.locator('h1, li').allInnerTexts()).toSorted()
    const linesAfterHydration = await lines()
    // The button works only after hydration, so the test clicks until the row disappears.
    const answered = page.waitForResponse((response) => response.request().method() === 'DELETE')
    const revoke = page.locator('li', { hasText: 'grace' }).getByRole('button')
    while ((await revoke.count()) > 0) await revoke.click({ timeout: 1000 }).catch(() => undefined)
    await answered
    const linesAfterRevoke = await lines()
    await page.unrouteAll({ behavior: 'wait' })
    await inviteOnPanel(browser, `${url}panel`)
    const events = `${url}api/seats/v1/customer-seats/events?subscription_id=${emulator.ref('acme/sub')}`
    stream = await fetch(events, { headers: { 'sec-fetch-site': 'same-origin' } })
    if (!stream.ok) throw new Error('The app did not open a stream of events.')
    return {
      html,
      linesAfterHydration,
      linesAfterRevoke,
      calls,
      consoleErrors,
      reportStatuses,
      panel,
      responseBodies: bodies.join('\n'),
    }
  } finally {
    await browser.close()
    // The app must stop although a stream of its events is open.
    if (app.exitCode === null && app.kill()) await once(app, 'exit')
    await stream?.body?.cancel().catch(() => {})
    await emulator.close()
  }
}

async function visitPanel(browser: Browser, url: string): Promise<PanelVisit> {
  const page = await browser.newPage({ timezoneId: 'Asia/Tokyo' })
  const calls: string[] = []
  const consoleErrors: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.includes('/api/') && !pathname.endsWith('/events')) calls.push(`${request.method()} ${pathname}`)
  })
  page.on('console', (message) => /error|warning/.test(message.type()) && consoleErrors.push(message.text()))
  page.on('pageerror', (error) => consoleErrors.push(error.message))
  // Stops the page's intervals. On a slow machine, the passing time would make the page read again.
  await page.addInitScript('globalThis.setInterval = () => 0')
  const rows = async () => (await page.locator('tbody th').allInnerTexts()).toSorted()
  await page.route(/\.js(\?|$)/, (route) => route.abort())
  await page.goto(url)
  // A row that the server sent later, in React's `<Suspense>`, is shown by a script in the page itself.
  await page.locator('tbody th').first().waitFor()
  const rowsFromServer = await rows()
  const html = await page.content()
  consoleErrors.length = 0
  await page.unrouteAll({ behavior: 'wait' })
  await page.goto(url)
  await page.getByRole('button', { name: 'Revoke the seat of ada@example.com' }).waitFor()
  const rowsAfterHydration = await rows()
  await page.close()
  return { html, rowsFromServer, rowsAfterHydration, calls, consoleErrors }
}

/** Invites somebody with the panel. Resolves when the server has answered. */
async function inviteOnPanel(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage()
  // The button of a row appears only after hydration.
  await page.goto(url)
  await page.getByRole('button', { name: 'Revoke the seat of ada@example.com' }).waitFor()
  await page.getByRole('textbox', { name: 'Invite by email' }).fill('lin@example.com')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await page.getByRole('button', { name: 'Revoke the seat of lin@example.com' }).waitFor()
  await page.close()
}

async function waitForAnswer(url: string, app: { exitCode: number | null }): Promise<string> {
  for (;;) {
    if (app.exitCode !== null) throw new Error('The app ended before it answered.')
    try {
      return await (await fetch(url)).text()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
