import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const site = join(import.meta.dirname, '..')

/** The written pages: their texts by their paths from the folder of the site. TypeDoc's pages are not among them. */
export const pages: ReadonlyMap<string, string> = new Map(
  globSync('{*.md,{explanation,guides,reference,tutorial}/*.md}', { cwd: site })
    .toSorted()
    .map((path) => [path, readFileSync(join(site, path), 'utf8')]),
)
