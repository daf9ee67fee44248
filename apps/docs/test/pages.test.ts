import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeBlocks } from '@seats/conformance/codeBlocks'
import { compileFiles } from '@seats/conformance/compileFiles'
import * as core from '@seats/core'
import { en, explainError } from '@seats/core/messages'
import * as react from '@seats/react'
import * as server from '@seats/server'
import { expect, test } from 'vitest'
import { sidebar } from '../.vitepress/sidebar.ts'
import { pages, site } from './pages.ts'

const skill = readFileSync(join(site, '../../skills/seats/SKILL.md'), 'utf8')

const examples = [...pages.values(), skill].flatMap(codeBlocks).filter(({ language }) => /^(tsx?|vue)$/.test(language))

const auth = `export async function findUser(request: Request) {
  return request.headers.has('cookie') ? { id: '', managesTeam: true, subscriptionId: '' } : undefined
}
`

/** An app's own functions, which an example calls. */
const people = `export declare function worksThere(email: string | null): Promise<boolean>
export declare function sendMail(email: string | null, text: string): Promise<void>
export declare function archive(externalMemberId: string | null | undefined): Promise<void>
`

/** The app's own functions that say which subscription a team pays with. */
const subscriptions = `export declare function subscriptionOf(organizationId: string): Promise<string>
export declare function teamOf(email: string): Promise<{ managesTeam: boolean; subscriptionId: string }>
`
/** The app's configuration of Auth.js. */
const authConfig = `import type { AuthConfig } from '@auth/core'
export declare const authConfig: AuthConfig
`
/** Declares the functions that Nuxt imports by itself. `handleSeats` is the tutorial's own, from `server/utils`. */
const nuxt = `interface Event {
  path: string
  context: { handleSeats?: (request: Request) => Promise<Response> }
}
interface NuxtApp {
  vueApp: import('vue').App
  ssrContext?: { event: Event }
  hooks: { hook(name: 'app:rendered', handler: () => void): void }
}
declare global {
  function defineNuxtConfig(config: object): object
  function defineNuxtPlugin(plugin: (app: NuxtApp) => void): void
  function defineEventHandler<T>(handler: (event: Event) => T): typeof handler
  function toWebRequest(event: Event): Request
  function useState<T>(key: string): { value: T }
  function handleSeats(request: Request): Promise<Response>
}
`
/** A copy of the components, which the guide makes with commands. */
const ownPanel = "export { TeamPanel } from '@seats/react/ui'\n"
const ownVuePanel = `<script lang="ts">
import { TeamPanel } from '@seats/vue/ui'
export default TeamPanel
</script>
`
const database = `import type { BetterAuthOptions } from 'better-auth'
export declare const database: NonNullable<BetterAuthOptions['database']>
`

test('every example of the pages compiles', { timeout: 600_000 }, () => {
  const files = new Map([
    ['src/auth.ts', auth],
    ['src/people.ts', people],
    ['src/subscriptions.ts', subscriptions],
    ['src/auth.config.ts', authConfig],
    ['src/database.ts', database],
    ['src/nuxt.ts', nuxt],
    ['src/seats/TeamPanel.tsx', ownPanel],
    ['src/seats/TeamPanel.vue', ownVuePanel],
  ])
  for (const [index, { language, code, file }] of examples.entries()) {
    // Several pages have such a file, with different code. No other example imports it.
    const isOwnFile = /^(next|vite)\.config\.ts$/.test(file ?? '') || code.includes("'./seats/ui.css'")
    const exampleName = isOwnFile ? undefined : file?.replace(/^src\//, '')
    const name = `src/${exampleName ?? `example-${index + 1}.${language}`}`
    expect(files.get(name) ?? code, `${name} is the same on every page`).toBe(code)
    files.set(name, code)
  }
  expect(compileFiles(site, join(site, 'test/tsconfig.json'), files)).toBe('')
})

test.each(['FreeSeats.test.ts', 'FreeSeats.test.tsx'])(
  'the example %s of the guide also runs here as a test',
  (name) => {
    const example = examples.find(({ file }) => file === name)
    expect(example?.code).toBe(readFileSync(join(import.meta.dirname, name), 'utf8'))
  },
)

test('the skill for coding assistants mentions only functions that exist, and begins with its name and description', () => {
  expect(skill).toMatch(/^---\nname: seats\ndescription: Use when .{50,900}\n---\n\n# Seats\n/)
  expect(codeBlocks(skill)).toHaveLength(8)
  const names = [...skill.matchAll(/`((?:use|is|ensure|create|assign|reinvite)[A-Z]\w+)/g)].map(([, name = '']) => name)
  const exported = [core, react, server].flatMap((module) => Object.keys(module))
  expect(names.filter((name) => !exported.includes(name))).toEqual([])
})

test('enough examples are found in each language', () => {
  const count = (language: string) => examples.filter((example) => example.language === language).length
  expect(count('ts')).toBeGreaterThanOrEqual(30)
  expect(count('tsx')).toBeGreaterThanOrEqual(8)
  expect(count('vue')).toBeGreaterThanOrEqual(4)
})

test('the pages show every operation and every function of core', () => {
  const code = examples.filter(({ language }) => language === 'ts').map((example) => example.code)
  const operations = ['listSeats', 'assignSeat', 'revokeSeat', 'resendInvitation', 'getClaimInfo', 'claimSeat']
  const functions = Object.entries(core).flatMap(([name, value]) =>
    typeof value === 'function' && name !== 'SeatsError' ? [name] : [],
  )
  const isShown = (name: string) => code.some((text) => new RegExp(`\\b${name}\\(`).test(text))
  expect([...operations, ...functions].filter((name) => !isShown(name))).toEqual([])
})

test('the reference has every code of invalid input', () => {
  const isMissing = (page: string) => (code: string) => !pages.get(page)?.includes(`\`${code}\``)
  expect(Object.keys(en.issues).filter(isMissing('reference/issue-codes.md'))).toEqual([])
})

const source = (path: string) => readFileSync(join(site, '../../packages', path), 'utf8')

const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name)

test('the reference has every error code of the type', () => {
  const [, type = ''] =
    /export type SeatsErrorCode =(.*?)\(string & \{\}\)/s.exec(source('core/src/errors/SeatsError.ts')) ?? []
  const codes = namesIn(type, /'(\w+)'/g)
  expect(codes.length).toBeGreaterThan(30)
  const page = pages.get('reference/error-codes.md') ?? ''
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([])
})

test('the reference has exactly the options of the client', () => {
  const options = namesIn(source('core/src/options/SeatsClientOptions.ts'), /^  (\w+)\??: /gm)
  const firstCells = namesIn(pages.get('reference/client-options.md') ?? '', /^\| (`.*?) +\|/gm)
  const rows = firstCells.flatMap((cell) => namesIn(cell, /`(\w+)`/g))
  expect(rows.toSorted()).toEqual([...new Set(options)].toSorted())
})

test('the reference has exactly the fields of a grant', () => {
  const [types = ''] =
    /interface GrantBase [\s\S]*?(?=\/\*\* Describes the call)/.exec(
      source('server/src/handler/access/SeatsGrant.ts'),
    ) ?? []
  const [table = ''] = (pages.get('reference/grants.md') ?? '').split('\n## ')
  const rows = namesIn(table, /^\| `(\w+)` /gm)
  expect(rows.toSorted()).toEqual([...new Set(namesIn(types, /^ +(\w+)\??: /gm))].toSorted())
})

test('the reference has every field of an answer about access, with exactly its reasons and bases', () => {
  const [fields = '', reasons = '', bases = ''] = (pages.get('reference/access.md') ?? '').split('\n## ')
  const type = source('core/src/schemas/SeatAccess.ts')
  const rowsOf = (table: string) => namesIn(table, /^\| (`.*?) +\|/gm).flatMap((cell) => namesIn(cell, /`(\w+)`/g))
  expect(rowsOf(fields).toSorted()).toEqual([...namesIn(type, /^  (\w+):/gm), 'seat'].toSorted())
  const values = (field: string) =>
    namesIn(new RegExp(`^  ${field}:([^}]*?)string &`, 'm').exec(type)?.[1] ?? '', /'(\w+)'/g)
  expect(rowsOf(reasons).slice(1)).toEqual(values('reason'))
  expect(rowsOf(bases).slice(1)).toEqual(values('basis'))
})

test('the reference has exactly the fields of a price preview', () => {
  const [, fields = ''] =
    /interface SeatCountPreview \{([\s\S]*?)^\}/m.exec(source('core/src/schemas/SeatCountPreview.ts')) ?? []
  const rows = namesIn(pages.get('reference/price-preview.md') ?? '', /^\| `(\w+)` +\|/gm)
  expect(rows.toSorted()).toEqual(namesIn(fields, /^  (\w+): /gm).toSorted())
})

test('the reference has exactly the components, with the props of each', () => {
  const page = pages.get('reference/components.md') ?? ''
  const [, parts = '', meanings = ''] = page.split(/^\| -.*\n/gm)
  const components = namesIn(source('react/src/exports/ui.ts'), /^export \{ (\w+)/gm)
  expect(namesIn(parts, /^\| `(\w+)` /gm).toSorted()).toEqual(components.toSorted())
  for (const component of components) {
    const ownProps = new RegExp(`interface ${component}Props [^{]*\\{\n([\\s\\S]*?)^\\}`, 'm')
    const [, props = ''] = ownProps.exec(source(`react/src/ui/${component}.tsx`)) ?? []
    const row = parts.split('\n').find((line) => line.startsWith(`| \`${component}\` `))
    for (const prop of namesIn(props, /^  (\w+)\??: /gm).filter((name) => !/^(children|render\w+)$/.test(name))) {
      expect(row, component).toContain(`\`${prop}\``)
      expect(meanings).toContain(`\n| \`${prop}\``)
    }
  }
})

test('the reference has exactly the slots of the components, in React and in Vue', () => {
  const page = pages.get('reference/components.md') ?? ''
  const slots = ['Claim', 'Count', 'Invite', 'Member', 'Table'].map((name) => `ui/${name}Slots.ts`)
  const reactFiles = [...slots, 'ui/SeatsMeter.tsx'].map((path) => source(`react/src/${path}`))
  const vueFiles = [...slots, 'ui/MeterSlots.ts'].map((path) => source(`vue/src/${path}`))
  const rows = [...page.matchAll(/^\|.* `(\w+)` +\| `(render\w+)` +\|/gm)]
  const inReact = namesIn(reactFiles.join('\n'), /^  (render\w+)\?: /gm)
  const inVue = namesIn(vueFiles.join('\n'), /^  (\w+)\?: \(/gm)
  expect(inReact.length).toBeGreaterThan(15)
  expect(rows.map(([, , prop]) => prop).toSorted()).toEqual(inReact.toSorted())
  expect(rows.map(([, slot]) => slot).toSorted()).toEqual(inVue.toSorted())
})

test('the reference has exactly the properties of the stylesheet', () => {
  const [, , table = ''] = (pages.get('reference/components.md') ?? '').split(/^(## Properties of the stylesheet)$/m)
  const properties = new Set(namesIn(source('core/src/ui/ui.css'), /var\((--seats-[\w-]+)/g))
  expect(namesIn(table, /`(--seats-[\w-]+)`/g).toSorted()).toEqual([...properties].toSorted())
})

test('examples for React and for Vue are in one group of tabs', () => {
  // Only React has a page about Next.
  const pagesWithBoth = [...pages].filter(([path]) => !/^tutorial\/|next-options/.test(path))
  const isForOneFramework = ({ language }: { language: string }) => /^(tsx|vue)$/.test(language)
  for (const [path, text] of pagesWithBoth) {
    const withoutGroups = text.replaceAll(/^::: code-group$[\s\S]*?^:::$/gm, '')
    expect(codeBlocks(withoutGroups).filter(isForOneFramework), path).toEqual([])
  }
})

test('a page says how to install each package that its examples import, in the tested release', () => {
  const catalog = readFileSync(join(site, '../../pnpm-workspace.yaml'), 'utf8')
  // An app has its framework and its bundler before it has Seats. A test runner is the reader's choice.
  const alreadyInApps =
    /^(@seats\/.+|react|vue|next|vite|@tanstack\/(react|vue)-query|@vitejs\/.+|vitest|@testing-library\/.+)$/
  const missing = [...pages].flatMap(([path, text]) => {
    const code = codeBlocks(text).flatMap(({ language, code }) => (/^(tsx?|vue)$/.test(language) ? [code] : []))
    const names = namesIn(code.join('\n'), /^(?:import|.* from) '((?:@[\w-]+\/)?[\w-]+)(?:\/[^']*)?'$/gm)
    const releases = [...new Set(names)].flatMap((name) => {
      // Below 1.0 each minor release can break something.
      const [, release] = new RegExp(`^  '?${name}'?: (0\\.\\d+|\\d+)`, 'm').exec(catalog) ?? []
      return alreadyInApps.test(name) ? [] : [`${name}@${release}`]
    })
    return releases.filter((release) => !text.includes(release)).map((release) => `${path}: ${release}`)
  })
  expect(missing).toEqual([])
})

test('the reference has every type of webhook that has a callback', () => {
  const types = namesIn(source('server/src/webhooks/SeatsWebhookEvents.ts'), /^  '([\w.]+)': /gm)
  expect(types.length).toBeGreaterThan(5)
  expect(types.filter((type) => !pages.get('reference/events.md')?.includes(`| \`${type}\` `))).toEqual([])
})

test('the guide to the team page mentions every hook', () => {
  const guide = pages.get('guides/team-page.md') ?? ''
  const hooks = Object.keys(react).filter((name) => name.startsWith('use'))
  expect(hooks.length).toBeGreaterThan(10)
  expect(hooks.filter((name) => !guide.includes(`\`${name}(`))).toEqual([])
})

test('the guide to 0.2 shows the JSON of an error before and now', async () => {
  const guide = pages.get('guides/migrate-to-0.2.md') ?? ''
  const blocks = codeBlocks(guide)
  const [before, now] = blocks.filter(({ language }) => language === 'json').map(({ code }) => JSON.parse(code))
  const client = core.createSeatsClient({ baseURL: 'https://app.test/api/seats' })
  const subscription_id = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'
  const error: unknown = await client.assignSeat({ subscription_id, email: 'ada@' }).catch((error: unknown) => error)
  expect(JSON.parse(JSON.stringify(error))).toEqual(now)
  expect(now).toEqual({ ...before, issues: [expect.objectContaining({ code: 'invalid_email' })] })
  const sentences = [before, now].map((json) => `“${explainError(json, en)}”`)
  for (const sentence of sentences) expect(guide.replaceAll(/\s+/g, ' ')).toContain(sentence)
  expect(sentences[0]).not.toBe(sentences[1])
})

test('the sidebar has every page once', () => {
  const links = sidebar.flatMap(({ items = [] }) => items.map(({ link }) => link))
  const paths = [...pages.keys()].filter((path) => path !== 'index.md')
  expect(links.toSorted()).toEqual(paths.map((path) => `/${path.replace(/(index)?\.md$/, '')}`).toSorted())
})

test('“Find your way” links every page', () => {
  const index = pages.get('guides/index.md') ?? ''
  const links = [...index.matchAll(/\]\(\.\.?\/([^)#]+)/g)].map(([, path = '']) => path)
  const paths = [...pages.keys()].filter((path) => !['index.md', 'guides/index.md'].includes(path))
  expect(paths.filter((path) => !links.includes(path.replace('guides/', '')))).toEqual([])
})

test('every page has one title', () => {
  for (const [path, text] of pages) {
    const titles = text.replaceAll(/^```[\s\S]*?^```$/gm, '').match(/^# .+$/gm) ?? []
    const hasNoTitle = path === 'index.md' || text.startsWith('<!--@include')
    expect(titles, path).toHaveLength(hasNoTitle ? 0 : 1)
  }
})

test('the tutorials have the same headings', () => {
  const headings = (framework: string) => pages.get(`tutorial/${framework}.md`)?.match(/^## .*$/gm)
  expect(headings('react')).toHaveLength(7)
  for (const framework of ['vue', 'next', 'nuxt']) expect(headings(framework), framework).toEqual(headings('react'))
})
