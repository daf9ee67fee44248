import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPage } from '../openPage.ts'
import { startDevServer } from '../startDevServer.ts'

const docs = join(import.meta.dirname, '../../../../apps/docs')

/** Node's permissions without `--allow-net`, so that Node refuses each connection and each look-up of an address. */
const withoutNetwork = {
  ...process.env,
  NODE_NO_WARNINGS: '1',
  NODE_OPTIONS: '--permission --allow-fs-read=* --allow-fs-write=* --allow-child-process --allow-worker --allow-addons',
}

test('the site builds without a network', () => {
  const run = (command: string, args: string[]) =>
    execFileSync(command, args, { cwd: docs, env: withoutNetwork, stdio: 'pipe', encoding: 'utf8' })
  const connect = "fetch('http://127.0.0.1:8080').catch(({ cause }) => console.log(cause.code))"
  expect(run('node', ['--eval', connect])).toBe('ERR_ACCESS_DENIED\n')

  const outputFolder = mkdtempSync(join(tmpdir(), 'seats-site-'))
  onTestFinished(() => rmSync(outputFolder, { recursive: true }))
  const bin = join(docs, 'node_modules/.bin')
  run(join(bin, 'typedoc'), [])
  run(join(bin, 'vitepress'), ['build', '--outDir', outputFolder])
  const pages = globSync('{*.md,{explanation,guides,reference,tutorial}/**/*.md}', { cwd: docs })
  expect(globSync('**/*.html', { cwd: outputFolder, exclude: ['404.html'] }).toSorted()).toEqual(
    pages.map((path) => path.replace(/md$/, 'html')).toSorted(),
  )
})

test('the site is served in development, with the files for language models', async () => {
  // The command that `npm run docs` runs after its install. The install would change packages that other tests use.
  const { url } = await startDevServer('npm run dev', docs)
  const page = await openPage(url)
  await page.getByRole('link', { name: 'Find your way' }).click()
  await page.getByRole('heading', { level: 1, name: 'Find your way' }).waitFor()
  expect(page.url()).toBe(`${url}/seats/guides/`)

  const index = await fetch(`${url}/seats/llms.txt`)
  expect(index.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const path = /\]\((\/seats\/reference\/api\/@seats\/core\/csv\.md)\)/.exec(await index.text())?.[1]
  const markdown = await fetch(url + path)
  expect(await markdown.text()).toContain('\n# @seats/core/csv\n')
})
