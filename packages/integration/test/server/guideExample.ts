import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeBlocks } from '@seats/conformance/codeBlocks'

const guide = join(import.meta.dirname, '../../../../apps/docs/guides/serve-seats.md')
const blocks = codeBlocks(readFileSync(guide, 'utf8'))

/** Returns the example of the guide that begins with a comment with this file name. */
export function guideExample(file: string): string {
  const found = blocks.find((block) => block.file === file)
  if (found === undefined) throw new Error(`The guide has no example ${file}`)
  return found.code
}
