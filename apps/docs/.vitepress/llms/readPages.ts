import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const include = /^<!--@include: (\S+)-->$/gm

/**
 * Reads the Markdown of every page, TypeDoc's included, with the files that it includes.
 *
 * @param site The folder of the site.
 * @returns the texts, by their paths from that folder
 */
export function readPages(site: string): Map<string, string> {
  const paths = globSync('{*.md,{tutorial,guides,explanation,reference}/**/*.md}', { cwd: site }).toSorted()
  return new Map(paths.map((path) => [path, readPage(join(site, path))]))
}

const readPage = (file: string): string =>
  readFileSync(file, 'utf8').replaceAll(include, (_, included: string) =>
    readPage(join(dirname(file), included)).trim(),
  )
