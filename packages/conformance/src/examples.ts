import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

interface ExamplesOptions {
  /** The folder of the package whose dependencies the examples may import. */
  from?: string
  tsconfig?: string
  /** What the examples have beside them, by name. */
  files?: Record<string, string>
}

/**
 * Compiles every example of a package's README and of its TSDoc, and those of the repository's README that import it,
 * as a user's files.
 * @returns how many there were, and what the compiler says of them
 */
export function compileExamples(
  root: string,
  { from = root, tsconfig = join(root, 'test/tsconfig.json'), files = {} }: ExamplesOptions = {},
): { readme: number; front: number; source: number; complaints: string } {
  // A Vite configuration is of an app: `@seats/release` runs it in one.
  const readme = examplesIn(join(root, 'README.md')).filter(({ name }) => name !== 'vite.config.ts')
  const front = examplesIn(join(root, '../../README.md')).filter(({ code }) =>
    code.includes(`from '@seats/${basename(root)}'`),
  )
  const source = globSync('src/**/*.ts', { cwd: root }).flatMap((file) => examplesIn(join(root, file)))
  // One without a name imports those that have one.
  const beside = readme.some(({ name }) => name?.startsWith('src/')) ? 'src/' : ''
  // Where the examples find what they import, and git does not look.
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

/** In source comments each line begins with an asterisk; an example may begin with its file's name. */
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
