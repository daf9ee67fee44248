import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const readme = readFileSync(join(import.meta.dirname, '../../../server/README.md'), 'utf8')

/** Returns the example of the README that begins with a comment with this file name. */
export function example(file: string): string {
  const examples = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code)
  const found = examples.find((code) => code.startsWith(`// ${file}\n`))
  if (found === undefined) throw new Error(`The README has no example ${file}`)
  return found
}
