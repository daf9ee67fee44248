import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../../../scripts/chromium.mjs'

/** Turbo has built the site before. */
const site = join(import.meta.dirname, '../../../../apps/docs/dist')
const origin = 'http://docs.test'
/** The folder that the site is served from. */
const base = '/seats/'

let browser: Browser
beforeAll(async () => {
  const executablePath = await findChromium()
  browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) })
})
afterAll(() => browser.close())

const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

const searchButton = '#local-search button'

/**
 * Opens a page of the built site, by its path from the site's folder. Each request is answered with a file or fails the
 * test, so nothing leaves the machine.
 */
async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' })
  // A busy machine is slow.
  context.setDefaultTimeout(120_000)
  const outsideUrls: string[] = []
  await context.route('**', async (route) => {
    const url = new URL(route.request().url())
    const file = fileOf(decodeURIComponent(url.pathname))
    if (url.origin !== origin || file === undefined) {
      outsideUrls.push(url.href)
      return route.abort()
    }
    return route.fulfill({ path: file, contentType: contentTypes[extname(file)] ?? 'text/plain; charset=utf-8' })
  })
  onTestFinished(async () => {
    await context.close()
    expect(outsideUrls).toEqual([])
  })
  const page = await context.newPage()
  await page.goto(origin + base + path)
  // The browser draws the search button. When the button is there, the page reacts to clicks.
  await page.locator(searchButton).waitFor()
  return page
}

/** Finds the file of an address, as a host of static files does. */
function fileOf(path: string): string | undefined {
  if (!path.startsWith(base)) return undefined
  const file = join(site, path.slice(base.length))
  return [`${file}.html`, join(file, 'index.html'), file].find(
    (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
  )
}

const writtenPages = globSync('{tutorial,guides,explanation,reference}/*.html', { cwd: site }).toSorted()
const apiPages = globSync('reference/api/@seats/**/*.html', { cwd: site }).toSorted()
const allPages = globSync('**/*.html', { cwd: site })
  .filter((path) => path !== '404.html')
  .toSorted()

test('the site has a page for every file, and llms.txt links to all of them', () => {
  const sources = globSync('{tutorial,guides,explanation,reference}/*.md', { cwd: join(site, '..') }).toSorted()
  expect(writtenPages).toEqual(sources.map((path) => path.replace(/md$/, 'html')))
  const index = readFileSync(join(site, 'llms.txt'), 'utf8')
  const links = [...index.matchAll(/\]\((\/[^)]+)\)/g)].map(([, path = '']) => path)
  expect(links.filter((path) => fileOf(path) === undefined)).toEqual([])
  expect(allPages.length).toBeGreaterThan(writtenPages.length)
  expect(allPages.filter((path) => !links.includes(base + path.replace(/html$/, 'md')))).toEqual([])
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
      const url = new URL(href.replaceAll('&amp;', '&'), `${origin}${base}${path.replace(/(index)?\.html$/, '')}`)
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

const repository = join(import.meta.dirname, '../../../..')
const sourcesIn = (page: string) =>
  [
    ...readFileSync(join(site, page), 'utf8').matchAll(
      /href="https:\/\/github\.com\/seats-dev\/seats\/blob\/main\/([^"]+)"[^>]*>(?:<[^>]+>|<!--.*?-->)*\s*([^<]+)/g,
    ),
  ].map(([, source = '', text = '']) => ({ source, text }))

test('the home page and every written page link to their sources', () => {
  const problems = ['index.html', ...writtenPages].filter((page) => {
    const links = sourcesIn(page).filter(({ text }) => text.startsWith('Source of this page'))
    return links.map(({ source }) => source).join() !== `apps/docs/${page.replace(/html$/, 'md')}`
  })
  expect(problems).toEqual([])
})

test('every page of the API links to the code that it describes', () => {
  expect(apiPages).toContain('reference/api/@seats/react/ui.html')
  const lineCount = (file: string) => readFileSync(file, 'utf8').split('\n').length
  const problems = apiPages.flatMap((page) => {
    // The text of a link to code ends with the number of the line.
    const links = sourcesIn(page).flatMap(({ source, text }) => (/:\d+$/.test(text.trim()) ? [source] : []))
    if (links.length === 0) return [page]
    return links.filter((link) => {
      const [path = '', line] = link.split('#L')
      const file = join(repository, path)
      return !/^packages\/\w+\/src\//.test(path) || !existsSync(file) || Number(line) > lineCount(file)
    })
  })
  expect(problems).toEqual([])
})

test.each(allPages.map((path) => path.replace(/(index)?\.html$/, '')))(
  'axe finds no violation on /%s in either theme',
  async (path) => {
    const page = await open(path)
    expect(await findViolations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html.dark').waitFor()
    expect(await findViolations(page)).toEqual([])
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
  const page = await open('guides/buy-seats')
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
  const page = await open('')
  await page.locator(searchButton).click()
  await page.getByRole('searchbox').fill('expired invitation')
  await page.locator('.result').first().waitFor()
  expect(await page.locator('.result').allInnerTexts()).not.toEqual([])
})
