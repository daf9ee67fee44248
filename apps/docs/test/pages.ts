import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const site = join(import.meta.dirname, '..')

/** The texts of the handwritten pages by their paths in the site's folder, without the pages that TypeDoc generates. */
export const pages: ReadonlyMap<string, string> = new Map(
  globSync('{*.md,{explanation,guides,reference,tutorial}/*.md}', { cwd: site })
    .toSorted()
    .map((path) => [path, readFileSync(join(site, path), 'utf8')]),
)
