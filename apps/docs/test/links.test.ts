import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { pages, site } from './pages.ts'

const root = join(site, '../..')
const repository = /^https:\/\/github\.com\/seats-dev\/seats\/(?:blob|tree|edit|raw)\/main\//

const documents = [
  ...globSync(
    ['*.md', '{.changeset,.github,skills}/**/*.md', '{apps,packages}/*/{README,CONTRIBUTING,SECURITY,FIGURES}.md'],
    { cwd: root },
  ),
  ...[...pages.keys()].map((path) => relative(root, join(site, path))),
].toSorted()

const withoutCode = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '')

/** Returns the targets of Markdown links, of pictures and of links in front matter. */
const linksIn = (text: string) => [
  ...[...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
  ...[...text.matchAll(/^ +link: (\S+)$/gm)].map(([, target = '']) => target),
  ...[...withoutCode(text).matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, target = '']) => target),
]

/** Returns the anchors of a Markdown file, as GitHub and VitePress make them. */
const anchorsIn = (file: string) =>
  [
    ...readFileSync(file, 'utf8')
      .replaceAll(/^```[\s\S]*?^```$/gm, '')
      .matchAll(/^#{1,6} (.+)$/gm),
  ].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s+/g, '-'),
  )

/** Returns why a link of a document leads nowhere, or `undefined` if it leads somewhere. */
function problemOf(document: string, link: string): string | undefined {
  const localLink = link.replace(repository, `${root}/`).replace(/#readme$/, '')
  // A link to another site cannot be checked without a network. VitePress checks the links to TypeDoc's pages.
  if (/^(https:|mailto:)/.test(localLink) || link.startsWith('/reference/api/')) return undefined
  const [path = '', anchor] = localLink.split('#')
  // On GitHub an absolute link leaves the repository. The home page needs such links in its front matter.
  if (/^\/(?!\/)/.test(link) && document !== 'apps/docs/index.md') return 'absolute'
  const target = path.startsWith(`${root}/`)
    ? path
    : path.startsWith('/')
      ? join(site, path)
      : join(root, path === '' ? document : join(dirname(document), path))
  const file = [target, `${target}.md`, join(target, 'index.md')].find(
    (candidate) => existsSync(candidate) && (anchor === undefined || statSync(candidate).isFile()),
  )
  if (file === undefined) return 'no such file'
  return anchor === undefined || anchorsIn(file).includes(anchor) ? undefined : 'no such heading'
}

test.each(documents)('the links of %s lead somewhere', (document) => {
  const links = linksIn(readFileSync(join(root, document), 'utf8'))
  expect(links.map((link) => [link, problemOf(document, link)]).filter(([, problem]) => problem)).toEqual([])
})

test.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'packages/emulator/CONTRIBUTING.md'])(
  'every file that %s mentions exists',
  (document) => {
    const text = readFileSync(join(root, document), 'utf8')
    const names = [...text.matchAll(/`((?:packages|apps|core|emulator|react|server|vue)\/[^`<*{]+)`/g)].map(
      ([, name = '']) => name,
    )
    expect(names.length).toBeGreaterThan(0)
    const exists = (name: string) => [root, join(root, 'packages')].some((folder) => existsSync(join(folder, name)))
    expect(names.filter((name) => !exists(name))).toEqual([])
  },
)

test('the check finds the links of a file, and reports those that lead nowhere', () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  expect(linksIn(text)).toEqual(expect.arrayContaining(['LICENSE', 'apps/demo/screenshots/team-light.png']))
  expect(problemOf('README.md', 'packages/nothing')).toBe('no such file')
  expect(problemOf('README.md', 'https://github.com/seats-dev/seats/blob/main/apps/docs/nothing.md')).toBe(
    'no such file',
  )
  expect(problemOf('README.md', 'ARCHITECTURE.md#nothing')).toBe('no such heading')
  expect(problemOf('apps/docs/index.md', '/guides/nothing')).toBe('no such file')
  expect(problemOf('apps/docs/guides/index.md', '/guides/')).toBe('absolute')
})
