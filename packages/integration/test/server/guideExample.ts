import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeBlocks } from '@seats/conformance/codeBlocks'

const guides = join(import.meta.dirname, '../../../../apps/docs/guides')
const blocksOf = (guide: string) => codeBlocks(readFileSync(join(guides, guide), 'utf8'))

/** Returns the example of a guide whose first line is a comment with this file name. */
export function guideExample(file: string, guide = 'serve-seats.md'): string {
  const example = blocksOf(guide).find((block) => block.file === file)
  if (example === undefined) throw new Error(`The guide has no example ${file}`)
  return example.code
}

/** Returns the SQL of a guide. */
export const guideSql = (guide: string): string =>
  blocksOf(guide)
    .filter(({ language }) => language === 'sql')
    .map(({ code }) => code)
    .join('\n')
