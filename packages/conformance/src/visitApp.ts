import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { startEmulator } from '@seats/emulator'
import { chromium } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../../scripts/chromium.mjs'

export interface Visit {
  /** The document that the server sent. */
  html: string
  /** The lines on the page after hydration, and after a seat was revoked. */
  shown: string[]
  revoked: string[]
  /** The methods of the calls to the guard, from loading to the end of the revoke. */
  calls: string[]
  consoleErrors: string[]
  /** The bodies of all responses, joined. */
  received: string
  /** The status of `/report`, which only seated people may read, for a claimed, an invited and an unknown person. */
  gate: number[]
}

/**
 * Runs a built app in front of an emulator and visits its page in Chromium.
 * @param start returns the command that starts the app, and its environment
 */
export async function visitApp(
  start: (context: { port: number; polar: string; token: string; subscription: string }) => {
    command: string[]
    cwd: string
    env: Record<string, string>
  },
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
  try {
    const url = `http://127.0.0.1:${port}/`
    const html = await untilAnswered(url, app)
    const gate = []
    for (const name of ['ada', 'grace', 'eve']) {
      const headers = { cookie: `email=${name}@example.com` }
      gate.push((await fetch(`${url}report`, { headers })).status)
    }
    const page = await browser.newPage()
    const calls: string[] = []
    const consoleErrors: string[] = []
    const bodies: string[] = []
    page.on('request', (request) => request.url().includes('/api/') && calls.push(request.method()))
    // Answers pass through here, because Chromium often forgets the body of an answer that the page has read.
    await page.route('**/*', async (route) => {
      const response = await route.fetch({ maxRedirects: 0 })
      bodies.push(await response.text())
      await route.fulfill({ response })
    })
    page.on('console', (message) => /error|warning/.test(message.type()) && consoleErrors.push(message.text()))
    page.on('pageerror', (error) => consoleErrors.push(error.message))
    await page.goto(url)
    // Sorted, because a roster has no defined order. The heading begins with a number.
    const lines = async () => (await page.locator('h1, li').allInnerTexts()).toSorted()
    const shown = await lines()
    // The button works only after hydration, so click until the row disappears.
    const answered = page.waitForResponse((response) => response.request().method() === 'DELETE')
    const revoke = page.locator('li', { hasText: 'grace' }).getByRole('button')
    while ((await revoke.count()) > 0) await revoke.click({ timeout: 1000 }).catch(() => undefined)
    await answered
    const revoked = await lines()
    await page.unrouteAll({ behavior: 'wait' })
    return { html, shown, revoked, calls, consoleErrors, gate, received: bodies.join('\n') }
  } finally {
    await browser.close()
    if (app.exitCode === null && app.kill()) await once(app, 'exit')
    await emulator.close()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function untilAnswered(url: string, app: { exitCode: number | null }): Promise<string> {
  for (;;) {
    if (app.exitCode !== null) throw new Error('The app ended before it answered.')
    try {
      return await (await fetch(url)).text()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
