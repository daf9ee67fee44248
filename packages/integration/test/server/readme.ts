import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const readme = readFileSync(fileURLToPath(new URL('../../../server/README.md', import.meta.url)), 'utf8')

/** The TypeScript examples of a text, in their order; in source comments each line begins with an asterisk. */
export const examplesIn = (text: string): string[] =>
  [...text.replaceAll(/^ *\* ?/gm, '').matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code)

/** The README's examples. */
export const examples = examplesIn(readme)

/** The example that begins with this file's name. */
export function example(file: string): string {
  const found = examples.find((code) => code.startsWith(`// ${file}\n`))
  if (found === undefined) throw new Error(`The README has no example ${file}`)
  return found
}
