import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeBlocks } from '@seats/conformance/codeBlocks'
import { expect, test } from 'vitest'
import { pages, site } from './pages.ts'

const root = join(site, '../..')

/** Names and texts of other projects. They are in the pages, and no code of the repository has them. */
const foreignNames = `PUBLISH SPUBLISH SSUBSCRIBE noeviction shop Secure leaveOrganization validateEvent drizzle-kit
  Activity Bun idleTimeout llms cssTarget allowImportingTsExtensions chrome123 firefox120
  safari17.5 useESM Must use import to load ES Module`

const namesIn = (text: string) => text.match(/[A-Za-z_$][\w$]{2,}/g) ?? []

/** The names in the code of the repository and in the examples of the pages. Tests are left out. */
const knownNames = new Set([
  ...globSync(
    ['{apps,packages}/*/{src,app,lib,server,templates}/**/*.{ts,tsx,vue,css}', '{,apps/*/,packages/*/}package.json'],
    {
      cwd: root,
      exclude: ['**/node_modules/**'],
    },
  ).flatMap((file) => namesIn(readFileSync(join(root, file), 'utf8'))),
  ...[...pages.values()].flatMap(codeBlocks).flatMap(({ code }) => namesIn(code)),
  ...namesIn(foreignNames),
])

/** Returns the names of a page's text that look like code, such as `giveUpAfter`, and that no code has. */
const unknownNames = (page: string) =>
  [...page.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, text = '']) => namesIn(text))
    .filter((name) => !knownNames.has(name))

test.each([...pages].filter(([path]) => path !== 'guides/migrate-to-0.2.md'))(
  'the names in the text of %s exist',
  (_, page) => {
    expect(unknownNames(page)).toEqual([])
  },
)

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))

test('the npm scripts and the entry points that the pages mention exist', () => {
  const text = [...pages.values()].join('\n')
  const { scripts } = manifestOf('.')
  const names = [...text.matchAll(/`(?:npm run|pnpm) ([\w:]+)/g)].map(([, name = '']) => name)
  expect(names.filter((name) => !(name in scripts))).toEqual([])

  const entries = [...text.matchAll(/(?<=['"`])@seats\/([a-z]+)((?:\/[\w.]+)*)(?=['"`])/g)]
  expect(entries.length).toBeGreaterThan(100)
  const unknownEntries = entries.filter(
    ([, folder = '', path = '']) => path !== '' && !(`.${path}` in manifestOf(`packages/${folder}`).exports),
  )
  expect(unknownEntries.map(([entry]) => entry)).toEqual([])
})
