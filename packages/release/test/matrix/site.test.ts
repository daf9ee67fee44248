import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../../../scripts/chromium.mjs'

/** Turbo has built the site before. */
const site = join(import.meta.dirname, '../../../../apps/docs/dist')
const origin = 'http://docs.test'

let browser: Browser
beforeAll(async () => {
  const executablePath = await findChromium()
  browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) })
})
afterAll(() => browser.close())

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

const searchButton = '#local-search button'

/** Opens a page of the built site. Nothing leaves the machine: each request is answered with a file, or fails the test. */
async function open(path: string, colorScheme: 'dark' | 'light' = 'light'): Promise<Page> {
  const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' })
  // A busy machine is slow.
  context.setDefaultTimeout(120_000)
  const outside: string[] = []
  await context.route('**', async (route) => {
    const url = new URL(route.request().url())
    const file = fileOf(decodeURIComponent(url.pathname))
    if (url.origin !== origin || file === undefined) {
      outside.push(url.href)
      return route.abort()
    }
    return route.fulfill({ path: file, contentType: types[extname(file)] ?? 'text/plain; charset=utf-8' })
  })
  onTestFinished(async () => {
    await context.close()
    expect(outside).toEqual([])
  })
  const page = await context.newPage()
  await page.goto(origin + path)
  // The search button is drawn in the browser. Once it is there, the page reacts to clicks.
  await page.locator(searchButton).waitFor()
  return page
}

/** Finds the file of an address, as a host of static files does. */
const fileOf = (path: string) =>
  [`${path}.html`, join(path, 'index.html'), path]
    .map((candidate) => join(site, candidate))
    .find((file) => existsSync(file) && statSync(file).isFile())

const writtenPages = globSync('{tutorial,guides,explanation,reference}/*.html', { cwd: site }).toSorted()

test('the site has a page for every file, and llms.txt links to all of them', () => {
  const sources = globSync('{tutorial,guides,explanation,reference}/*.md', { cwd: join(site, '..') }).toSorted()
  expect(writtenPages).toEqual(sources.map((path) => path.replace(/md$/, 'html')))
  const index = readFileSync(join(site, 'llms.txt'), 'utf8')
  const links = [...index.matchAll(/\]\((\/[^)]+)\)/g)].map(([, path = '']) => path)
  expect(links.filter((path) => !existsSync(join(site, path)))).toEqual([])
  const html = globSync('**/*.html', { cwd: site }).filter((path) => path !== '404.html')
  expect(html.length).toBeGreaterThan(writtenPages.length)
  expect(html.filter((path) => !links.includes(`/${path.replace(/html$/, 'md')}`))).toEqual([])
})

test('every link and every anchor of the built site leads somewhere', () => {
  const texts = new Map(
    globSync('**/*.html', { cwd: site }).map((path) => [path, readFileSync(join(site, path), 'utf8')]),
  )
  const anchors = new Map(
    [...texts].map(([path, text]) => [path, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id))]),
  )
  const problems = [...texts].flatMap(([path, text]) =>
    [...text.matchAll(/ href="([^"]+)"/g)].flatMap(([, href = '']) => {
      const url = new URL(href.replaceAll('&amp;', '&'), `${origin}/${path.replace(/(index)?\.html$/, '')}`)
      if (url.origin !== origin) return []
      const target = fileOf(decodeURIComponent(url.pathname))
      if (target === undefined) return [`${path}: ${href}`]
      const ids = anchors.get(target.slice(site.length + 1))
      const id = decodeURIComponent(url.hash.slice(1))
      return id === '' || ids === undefined || ids.has(id) ? [] : [`${path}: ${href}`]
    }),
  )
  expect(problems).toEqual([])
})

test('every written page links to its source, and the source exists', () => {
  const sources = writtenPages.map((path) => {
    const text = readFileSync(join(site, path), 'utf8')
    return (
      /href="https:\/\/github\.com\/seats-dev\/seats\/blob\/main\/([^"]+)"[^>]*>(?:<[^>]+>|<!--.*?-->)*\s*Source of this page/.exec(
        text,
      )?.[1] ?? path
    )
  })
  expect(sources.filter((source) => !existsSync(join(import.meta.dirname, '../../../..', source)))).toEqual([])
})

/** Pages of different kinds, which are checked in both themes. */
const checkedPages = ['/', '/tutorial/react', '/reference/error-codes', '/reference/api/@seats/core/csv']

test.each(['light', 'dark'] as const)('axe finds no violation in the %s theme', async (colorScheme) => {
  const page = await open('/', colorScheme)
  for (const path of checkedPages) {
    await page.goto(origin + path)
    await page.locator(searchButton).waitFor()
    expect(await page.locator('html.dark').count()).toBe(colorScheme === 'dark' ? 1 : 0)
    expect(await findViolations(page), path).toEqual([])
  }
})

test.each(writtenPages.map((path) => `/${path.replace(/(index)?\.html$/, '')}`))(
  'axe finds no violation on %s',
  async (path) => {
    expect(await findViolations(await open(path))).toEqual([])
  },
)

async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    return (await inPage.run()).violations
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

interface Violation {
  id: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** Waits until every group of tabs shows the code in a language. */
const waitForCode = (page: Page, language: string) =>
  page.waitForFunction((name) => {
    const groups = [...document.querySelectorAll('.vp-code-group')]
    return groups.length > 0 && groups.every((group) => group.querySelector(`.language-${name}.active`) !== null)
  }, language)

test('the choice of React or Vue is kept for the whole page, on other pages and after a reload', async () => {
  const page = await open('/guides/buy-seats')
  await waitForCode(page, 'tsx')
  expect(await page.locator('.vp-code-group').count()).toBeGreaterThan(1)
  await page.locator('.vp-code-group').first().getByText('Vue', { exact: true }).click()
  await waitForCode(page, 'vue')
  await page.reload()
  await waitForCode(page, 'vue')
  await page.getByRole('link', { name: 'Show users their own seats' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Show users their own seats' }).waitFor()
  await waitForCode(page, 'vue')
  expect(await page.locator('.vp-code-group .language-tsx.active').count()).toBe(0)
})

test('the local search finds a page', async () => {
  const page = await open('/')
  await page.locator(searchButton).click()
  await page.getByRole('searchbox').fill('expired invitation')
  await page.locator('.result').first().waitFor()
  expect(await page.locator('.result').allInnerTexts()).not.toEqual([])
})
