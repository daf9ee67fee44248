import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const include = /^<!--@include: (\S+)-->$/gm

/**
 * Reads the Markdown of every page, including TypeDoc's pages. Inserts the files that a page includes. The link to a
 * picture becomes its address on the built site, where the folder `public` is the root.
 *
 * @param site The folder of the site.
 * @returns the text of each page, by its path from that folder
 */
export function readPages(site: string): Map<string, string> {
  const paths = globSync('{*.md,{tutorial,guides,explanation,reference}/**/*.md}', { cwd: site }).toSorted()
  return new Map(paths.map((path) => [path, readPage(join(site, path))]))
}

const readPage = (file: string): string =>
  readFileSync(file, 'utf8')
    .replaceAll(include, (_, included: string) => readPage(join(dirname(file), included)).trim())
    .replaceAll('](../public/', '](/')
