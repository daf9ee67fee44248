import { serve } from '@hono/node-server'
import { createSeatsClient } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import { createSeatsHandler } from '@seats/server'
import { build } from 'esbuild'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page, type Request } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../../../scripts/chromium.mjs'
import { counted, measured, type Figure } from '../figures/Figure.ts'

const rosterSize = 1000
const rounds = 11
/** About the time that a call to Polar takes. */
const polarLatencyMs = 150

const frameworks = { React: './reactPages.ts', Vue: './vuePages.ts' }
const variants = { 'by hand (invalidate)': 'byHand', ours: 'ours' }

interface RevokeFigures {
  /** The number of rows that rendered again. A row that rendered twice counts once. */
  rows: number
  requests: number
  kB: number
  frames: number
  ms: number
  isBeforeAnswer: boolean
}

/** Measures the revoke of one seat of a roster on screen, in a real Chromium, over HTTP. */
export async function measureRevokes(): Promise<Figure[]> {
  const roster = Array.from({ length: rosterSize }, (_, index) => ({
    email: `person${index}@example.com`,
    status: 'claimed' as const,
    metadata: { team: `team-${index % 10}`, note: 'x'.repeat(60) },
  }))
  const emulator = await startEmulator({
    port: 0,
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          products: [{ ref: 'team' }],
          customers: [{ ref: 'jane', email: 'jane@example.com' }],
          subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: rosterSize, roster }],
        },
      ],
    },
  })
  const source = { subscription_id: emulator.ref('acme/sub') }
  emulator.inject({ match: { path: '/v1/' }, fault: { kind: 'latency', ms: polarLatencyMs } })
  const handler = createSeatsHandler({
    client: createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url }),
    authorize: () => ({ sources: [source] }),
    basePath: '/api/seats',
    ratePerMinute: { actor: 1_000_000 },
  })
  const scripts = await bundle()
  const server = serve({ port: 0, hostname: '127.0.0.1', fetch: (request) => answer(request, scripts, handler) })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const executablePath = await findChromium()
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) })
  try {
    const figures: Figure[] = []
    for (const framework of Object.keys(frameworks)) {
      for (const [name, variant] of Object.entries(variants)) {
        const url = `http://127.0.0.1:${port}/${framework}-${variant}#${source.subscription_id}`
        figures.push(...figuresOf(`${framework}, ${name}`, variant === 'ours', await measurePage(browser, url)))
      }
    }
    return figures
  } finally {
    await browser.close()
    server.close()
    await emulator.close()
  }
}

async function bundle(): Promise<Map<string, string>> {
  const scripts = new Map<string, string>()
  for (const [framework, path] of Object.entries(frameworks)) {
    for (const variant of Object.values(variants)) {
      const contents = `import { show } from '${path}'; show('${variant}')`
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
        bundle: true,
        minify: true,
        format: 'esm',
        write: false,
        conditions: ['@seats/source'],
        define: { 'process.env.NODE_ENV': '"production"' },
      })
      scripts.set(`/${framework}-${variant}.js`, outputFiles[0]?.text ?? '')
    }
  }
  return scripts
}

/** The bytes of the bodies that the server has sent. */
const sentBodies = { bytes: 0 }

async function answer(
  request: globalThis.Request,
  scripts: Map<string, string>,
  handler: (request: globalThis.Request) => Promise<Response>,
): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/api/')) {
    const response = await handler(request)
    const body = await response.arrayBuffer()
    sentBodies.bytes += body.byteLength
    return new Response(body, response)
  }
  const script = scripts.get(pathname)
  if (script !== undefined) return new Response(script, { headers: { 'content-type': 'text/javascript' } })
  const page = `<!doctype html><title>bench</title><link rel="icon" href="data:,"><script type="module" src="${pathname}.js"></script>`
  return new Response(page, { headers: { 'content-type': 'text/html' } })
}

function figuresOf(page: string, isOurs: boolean, rounds: RevokeFigures[]): Figure[] {
  const conditions = `one of ${rosterSize} seats on screen is revoked, ${polarLatencyMs} ms to Polar`
  const samples = (name: keyof RevokeFigures) => rounds.map((figures) => Number(figures[name]))
  const atMostOne = isOurs ? { atMost: 1 } : undefined
  return [
    measured(`${page}: rows rendered again`, samples('rows'), 'rows', { conditions, bound: atMostOne }),
    measured(`${page}: requests`, samples('requests'), 'requests', { conditions, bound: atMostOne }),
    measured(`${page}: received`, samples('kB'), 'kB', { conditions }),
    measured(`${page}: from the click to the paint`, samples('frames'), 'frames', { conditions }),
    measured(`${page}: from the click to the paint`, samples('ms'), 'ms', { conditions }),
    counted(`${page}: shown before the answer`, Math.min(...samples('isBeforeAnswer')) * 100, '%', {
      conditions,
      bound: isOurs ? { atLeast: 100 } : undefined,
    }),
  ]
}

async function measurePage(browser: Browser, url: string): Promise<RevokeFigures[]> {
  const page = await browser.newPage()
  await page.goto(url)
  await page.waitForFunction((size) => document.querySelectorAll('li').length === size, rosterSize)
  const results: RevokeFigures[] = []
  for (let round = 0; round < rounds; round++) results.push(await revokeOne(page))
  await page.close()
  return results
}

/** Clicks the button of the first claimed seat. Checks every frame until the page shows the seat as revoked. */
async function revokeOne(page: Page): Promise<RevokeFigures> {
  const underway = new Set<Request>()
  const ended = new Set<Request>()
  const isCall = (request: Request) => request.url().includes('/api/')
  const onRequest = (request: Request) => {
    if (isCall(request)) underway.add(request)
  }
  const onEnd = (request: Request) => {
    if (underway.delete(request)) ended.add(request)
  }
  // Sometimes Chromium says that a request failed, although the page has read the whole answer.
  page.on('request', onRequest).on('requestfinished', onEnd).on('requestfailed', onEnd)
  sentBodies.bytes = 0
  const { frames, ms, isBeforeAnswer } = await page.evaluate(clickAndWatch)
  // Waits for the answer, and for the requests that it causes.
  do await page.evaluate(nextFrames)
  while (ended.size === 0 || underway.size > 0)
  const renderedIds = await page.evaluate(() => window.renderedIds)
  page.off('request', onRequest).off('requestfinished', onEnd).off('requestfailed', onEnd)
  return {
    rows: new Set(renderedIds).size,
    requests: ended.size,
    kB: sentBodies.bytes / 1000,
    frames,
    ms,
    isBeforeAnswer,
  }
}

/** Runs in the page. */
async function clickAndWatch() {
  const row = [...document.querySelectorAll('li')].find((item) => item.textContent.includes(' claimed'))
  const button = row?.querySelector('button')
  if (!row || !button) throw new Error('No claimed seat is left.')
  performance.clearResourceTimings()
  window.renderedIds = []
  let frames = 0
  const start = performance.now()
  button.click()
  const ms = await new Promise<number>((resolve) => {
    const checkFrame = () => {
      frames++
      if (row.textContent.includes(' revoked')) resolve(performance.now() - start)
      else requestAnimationFrame(checkFrame)
    }
    requestAnimationFrame(checkFrame)
  })
  // If the answer has arrived, it is in the list of resources.
  return { frames, ms, isBeforeAnswer: performance.getEntriesByType('resource').length === 0 }
}

/** Runs in the page. Resolves after two frames. */
const nextFrames = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
