import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Compiles every example of a package's README and of its TSDoc, and those of the repository's README that import it,
 * as a user's files.
 * @returns how many there were, and what the compiler says of them
 */
export function compileExamples(root: string): { readme: number; front: number; source: number; complaints: string } {
  // A Vite configuration is of an app: `@seats/release` runs it in one.
  const readme = examplesIn(join(root, 'README.md')).filter(({ name }) => name !== 'vite.config.ts')
  const front = examplesIn(join(root, '../../README.md')).filter(({ code }) =>
    code.includes(`from '@seats/${basename(root)}'`),
  )
  const source = globSync('src/**/*.ts', { cwd: root }).flatMap((file) => examplesIn(join(root, file)))
  // Where the examples find what they import, and git does not look.
  const directory = join(root, 'dist/examples')
  rmSync(directory, { recursive: true, force: true })
  try {
    for (const [index, { name, code, extension }] of [...readme, ...front, ...source].entries()) {
      const file = join(directory, name ?? `src/example-${index + 1}.${extension}`)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, extension === 'vue' ? code : `${code}\nexport {}\n`)
    }
    const include = ['src/**/*']
    writeFileSync(
      join(directory, 'tsconfig.json'),
      JSON.stringify({ extends: '../../test/tsconfig.json', include, exclude: [] }),
    )
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
