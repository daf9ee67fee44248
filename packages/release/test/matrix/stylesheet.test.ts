import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { openPage } from '../openPage.ts'
import { startDevServer } from '../startDevServer.ts'

const light = 'rgb(255, 255, 255)'
const dark = 'rgb(21, 23, 30)'

interface AppPage {
  css?: string
  /** Attributes of `<html>` and `<body>`. */
  html?: string
  body?: string
  /** The colours for a visitor who prefers light, and for one who prefers dark. */
  colors: string[]
}

/** The ways in which an app can set its theme, each with the colours that a button must have. */
const pages: Record<string, AppPage> = {
  nothing: { colors: [light, light] },
  visitor: { css: ':root { color-scheme: light dark }', colors: [light, dark] },
  class: { css: '.dark { color-scheme: dark }', html: 'class="dark"', colors: [dark, dark] },
  inner: { css: '.dark { color-scheme: dark }', body: 'class="dark"', colors: [dark, dark] },
  property: {
    css: ':root { color-scheme: light dark; --seats-surface: light-dark(#eee, #111) }',
    colors: ['rgb(238, 238, 238)', 'rgb(17, 17, 17)'],
  },
}

/**
 * Vite's default target lacks `light-dark()`, so the build replaces each use of it by rules. These rules miss a theme
 * that a `style` attribute sets, because the attribute is not part of the build.
 */
const attribute = { html: 'style="color-scheme: dark"' }

const guide = readFileSync(join(import.meta.dirname, '../../../../apps/docs/guides/components.md'), 'utf8')
const documentedTarget = /`build\.(cssTarget: \[.+?\])`/.exec(guide)?.[1] ?? ''

test.for([
  { target: 'the default target', option: '', style: light },
  { target: 'the target that the guide names', option: documentedTarget, style: dark },
])('a build by Vite with $target keeps both themes', async ({ option, style }) => {
  const allPages: typeof pages = { ...pages, attribute: { ...attribute, colors: [style, style] } }
  const consumer = new Consumer()
  consumer.install('@seats/core', 'vite@8')
  for (const [name, { css = '', html = '', body = '' }] of Object.entries(allPages)) {
    consumer.write(`${name}.css`, css)
    consumer.write(`${name}.js`, `import '@seats/core/ui.css'\nimport './${name}.css'\n`)
    const button = '<div class="seats"><button class="seats-button">Invite</button></div>'
    const script = `<script type="module" src="/${name}.js"></script>`
    consumer.write(`${name}.html`, `<!doctype html><html ${html}><body ${body}>${button}${script}</body></html>`)
  }
  const input = JSON.stringify(Object.keys(allPages).map((name) => `${name}.html`))
  consumer.write('vite.config.js', `export default { build: { rolldownOptions: { input: ${input} }, ${option} } }`)
  consumer.run('vite', ['build'])

  const { url } = await startDevServer('npx vite preview --port 0', consumer.folder)
  const page = await openPage(`${url}/nothing.html`)
  const shownColors: Record<string, string[]> = {}
  for (const name of Object.keys(allPages)) {
    const colors: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(`${url}/${name}.html`)
      colors.push(await page.locator('button').evaluate((button) => getComputedStyle(button).backgroundColor))
    }
    shownColors[name] = colors
  }
  expect(shownColors).toEqual(Object.fromEntries(Object.entries(allPages).map(([name, { colors }]) => [name, colors])))
})
