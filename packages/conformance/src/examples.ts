import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { codeBlocks, type CodeBlock } from './codeBlocks.ts'
import { compileFiles } from './compileFiles.ts'

interface ExamplesOptions {
  /** The folder of the package whose dependencies the examples may import. */
  from?: string
  tsconfig?: string
  /** Additional files for the examples to import, by name. */
  files?: Record<string, string>
}

/** The number of examples in each place. */
interface ExampleCounts {
  readme: number
  rootReadme: number
  source: number
}

/**
 * Compiles the examples of a package as a user's files. The examples are in the package's README and TSDoc. Those in
 * the repository's README are compiled too if they import the package.
 * @returns the numbers of examples, and the output of the compiler
 */
export function compileExamples(
  root: string,
  { from = root, tsconfig = join(root, 'test/tsconfig.json'), files = {} }: ExamplesOptions = {},
): { counts: ExampleCounts; compilerOutput: string } {
  const readmeExamples = readExamples(join(root, 'README.md'))
  const rootReadmeExamples = readExamples(join(root, '../../README.md')).filter(({ code }) =>
    new RegExp(`from '@seats/${basename(root)}['/]`).test(code),
  )
  const sourceExamples = globSync('src/**/*.{ts,tsx}', { cwd: root }).flatMap((file) => readExamples(join(root, file)))
  // An example without a file name goes into the folder of the other examples, so that it can import them.
  const folder = readmeExamples.some(({ file }) => file?.startsWith('src/')) ? 'src/' : ''
  const texts = new Map(Object.entries(files))
  for (const [index, { file, code, language }] of [
    ...readmeExamples,
    ...rootReadmeExamples,
    ...sourceExamples,
  ].entries()) {
    texts.set(file ?? `${folder}example-${index + 1}.${language}`, code)
  }
  const compilerOutput = compileFiles(from, tsconfig, texts)
  const counts = { readme: readmeExamples.length, rootReadme: rootReadmeExamples.length, source: sourceExamples.length }
  return { counts, compilerOutput }
}

/**
 * Returns the TypeScript and Vue code blocks of a file. In a TSDoc comment, each line begins with an asterisk.
 * @throws Error if an `@example` of a comment is not a code block, and so would not be compiled.
 */
function readExamples(file: string): CodeBlock[] {
  const text = readFileSync(file, 'utf8').replaceAll(/^ \* ?/gm, '')
  if (/^@example\n(?!```)/m.test(text)) throw new Error(`${file} has an @example without a code block`)
  return codeBlocks(text).filter(({ language }) => /^(tsx?|vue)$/.test(language))
}
