import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

interface ExamplesOptions {
  /** The folder of the package whose dependencies the examples may import. */
  from?: string
  tsconfig?: string
  /** Additional files for the examples to import, by name. */
  files?: Record<string, string>
}

/**
 * Compiles the examples of a package as a user's files: those in its README, in its TSDoc, and in the repository's
 * README if they import it.
 * @returns the number of examples, and the output of the compiler
 */
export function compileExamples(
  root: string,
  { from = root, tsconfig = join(root, 'test/tsconfig.json'), files = {} }: ExamplesOptions = {},
): { readme: number; front: number; source: number; complaints: string } {
  // A Vite configuration needs an app. `@seats/release` tests it in one.
  const readme = examplesIn(join(root, 'README.md')).filter(({ name }) => name !== 'vite.config.ts')
  const front = examplesIn(join(root, '../../README.md')).filter(({ code }) =>
    code.includes(`from '@seats/${basename(root)}'`),
  )
  const source = globSync('src/**/*.ts', { cwd: root }).flatMap((file) => examplesIn(join(root, file)))
  // An example without a file name can import the ones with a file name.
  const beside = readme.some(({ name }) => name?.startsWith('src/')) ? 'src/' : ''
  // Imports resolve in node_modules, and git ignores it.
  const directory = mkdtempSync(join(from, 'node_modules/.examples-'))
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), text)
  }
  try {
    for (const [index, { name, code, extension }] of [...readme, ...front, ...source].entries()) {
      write(name ?? `${beside}example-${index + 1}.${extension}`, extension === 'vue' ? code : `${code}\nexport {}\n`)
    }
    for (const [name, text] of Object.entries(files)) write(name, text)
    write('tsconfig.json', JSON.stringify({ extends: tsconfig, include: ['*', 'src/**/*'], exclude: [] }))
    const vueTsc = join(import.meta.dirname, '../node_modules/vue-tsc/bin/vue-tsc.js')
    const { stdout, stderr } = spawnSync(process.execPath, [vueTsc, '-p', directory], { encoding: 'utf8' })
    return { readme: readme.length, front: front.length, source: source.length, complaints: stdout + stderr }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Reads the code blocks of a file. In source comments, each line begins with an asterisk. The first line of an example can name its file. */
const examplesIn = (file: string) =>
  [
    ...readFileSync(file, 'utf8')
      .replaceAll(/^ \* ?/gm, '')
      .matchAll(/^```(tsx?|vue)\n([\s\S]*?)^```$/gm),
  ].map(([, extension = '', code = '']) => ({
    extension,
    code,
    name: /^(?:\/\/|<!--) (\S+\.(?:tsx?|vue))\b/.exec(code)?.[1],
  }))
