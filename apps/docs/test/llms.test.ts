import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { llmsFiles } from '../.vitepress/llms/llmsFiles.ts'
import { llmsPlugin } from '../.vitepress/llms/llmsPlugin.ts'
import { readPages } from '../.vitepress/llms/readPages.ts'
import { pages, site } from './pages.ts'

const api = new Map([
  ['reference/api/index.md', '# Reference\n'],
  ['reference/api/@seats/core/csv.md', '# @seats/core/csv\n\nReads lists of people.\n\n## Functions\n'],
])
const files = llmsFiles(new Map([...readPages(site), ...api]))
const index = files.get('llms.txt') ?? ''
const links = [...index.matchAll(/\]\(\/([^)]+)\)/g)].map(([, path = '']) => path)

test('llms.txt leads to every page, and only to files of the site', () => {
  expect([...pages.keys(), ...api.keys()].filter((path) => !links.includes(path))).toEqual([])
  expect(links.filter((path) => !files.has(path))).toEqual([])
  expect(new Set(links).size).toBe(links.length)
})

test('llms.txt says for each written page what it is about', () => {
  expect(index).toContain(
    '- [Serve seats from your backend](/guides/serve-seats.md): `@seats/server` stands between your pages and Polar.\n',
  )
  const undescribedPages = index
    .split('\n')
    .filter((line) => line.startsWith('- ') && !line.includes('/reference/') && !/: .+\.$/.test(line))
  expect(undescribedPages).toEqual([])
})

test('llms.txt lists the modules of the API', () => {
  expect(index).toContain('- [@seats/core/csv](/reference/api/@seats/core/csv.md): Reads lists of people.\n')
})

test('llms-full.txt has the text of every written page, with the files that it includes', () => {
  const text = files.get('llms-full.txt') ?? ''
  const titles = [...pages.values()].flatMap((page) => /^# .+$/m.exec(page)?.[0] ?? [])
  expect(titles.filter((title) => !text.includes(`\n${title}\n`))).toEqual([])
  expect(text).toContain('\n# Architecture\n')
  expect(text).not.toContain('@include')
})

test('a picture has its address on the built site', () => {
  const text = files.get('llms-full.txt') ?? ''
  const pictures = [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, target = '']) => target)
  expect(pictures.length).toBeGreaterThan(3)
  expect(pictures.filter((target) => !existsSync(join(site, 'public', target)))).toEqual([])
  expect(pictures.filter((target) => !target.startsWith('/'))).toEqual([])
})

test('every page is in the folder of its kind: explanation, guides, reference or tutorial', () => {
  const kinds = new Set([...pages.keys()].map((path) => path.split('/')[0]))
  expect([...kinds].toSorted()).toEqual(['explanation', 'guides', 'index.md', 'reference', 'tutorial'])
  expect(existsSync(join(site, 'index.md'))).toBe(true)
})

test('the development server reads the pages only if one of the files is requested, because reading takes long', () => {
  const site = mkdtempSync(join(tmpdir(), 'seats-site-'))
  onTestFinished(() => rmSync(site, { recursive: true }))
  // This page includes itself, so it cannot be read.
  writeFileSync(join(site, 'index.md'), '<!--@include: ./index.md-->')

  type Handle = (request: { url: string }, response: object, next: () => void) => void
  const use = vi.fn<(handle: Handle) => void>()
  const configure = llmsPlugin(site).configureServer as (server: object) => void
  configure({ middlewares: { use } })
  const next = vi.fn<() => void>()
  const request = (url: string) => use.mock.lastCall?.[0]({ url }, {}, next)
  for (const url of ['/guides/', '/@vite/client', '/guides/index.md?import']) request(url)
  expect(next).toHaveBeenCalledTimes(3)
  expect(() => request('/llms.txt')).toThrow(RangeError)
})
