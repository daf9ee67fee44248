import type { DefaultTheme } from 'vitepress'
import { sidebar } from '../sidebar.ts'

/**
 * Returns the files for language models: `llms.txt` with a link to each page, `llms-full.txt` with the text of every
 * written page, and each page as Markdown.
 *
 * @param pages The Markdown of all pages, by path.
 */
export function llmsFiles(pages: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...pages, ['llms.txt', createIndex(pages)], ['llms-full.txt', createFullText(pages)]])
}

const intro = `# Seats

> Connects Polar's seats API to a product's team page: a typed client, React hooks, Vue composables, a server that keeps
> the token, and a local Polar to test against.

All packages are ESM only. The text of every page, except those of the API, is in [one file](/llms-full.txt). The first
page of the site is [index.md](/index.md).
`

function createIndex(pages: ReadonlyMap<string, string>): string {
  const lineOf = (path: string) => {
    const text = pages.get(path) ?? ''
    const description = descriptionOf(text)
    return `- [${titleOf(text) ?? path}](/${path})${description && `: ${description}`}`
  }
  const sections = sidebar.map((section) => `## ${section.text}\n\n${pathsOf(section).map(lineOf).join('\n')}\n`)
  const api = [...pages.keys()].filter((path) => path.startsWith('reference/api/')).map(lineOf)
  return [intro, ...sections, `## API\n\n${api.join('\n')}\n`].join('\n')
}

function createFullText(pages: ReadonlyMap<string, string>): string {
  const paths = sidebar.flatMap(pathsOf)
  return [intro, ...paths.map((path) => `<!-- /${path} -->\n\n${pages.get(path)?.trim()}\n`)].join('\n')
}

/** Returns the paths of a section's pages: `/guides/` is `guides/index.md`. */
const pathsOf = ({ items = [] }: DefaultTheme.SidebarItem) =>
  items.map(({ link = '' }) => `${link.slice(1).replace(/\/$/, '/index')}.md`)

const titleOf = (text: string) => /^# (.+)$/m.exec(text)?.[1]

/** Returns the first sentence below the title, without its links. */
function descriptionOf(text: string): string {
  const [, below = ''] = /^# .+\n\n([\s\S]*)/m.exec(text) ?? []
  const [paragraph = ''] = below.split('\n\n')
  // A table, a list or code is not a sentence.
  if (/^(#|\||```|- |:::)/.test(paragraph)) return ''
  const plainText = paragraph
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('**', '')
    .replaceAll(/\s+/g, ' ')
  return /^.+?\.(?=\s|$)/.exec(plainText)?.[0] ?? plainText.replace(/:$/, '.')
}
