import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Compiles every example of a package's README and of its TSDoc, as a user's files.
 * @returns how many there were, and what the compiler says of them
 */
export function compileExamples(root: string): { readme: number; source: number; complaints: string } {
  const readme = examplesIn(readFileSync(join(root, 'README.md'), 'utf8'))
  const source = globSync('src/**/*.ts', { cwd: root }).flatMap((file) =>
    examplesIn(readFileSync(join(root, file), 'utf8').replaceAll(/^ \* ?/gm, '')),
  )
  // Where the examples find what they import, and git does not look.
  const directory = join(root, 'dist/examples')
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  try {
    for (const [index, { code, extension }] of [...readme, ...source].entries()) {
      const name = /^\/\/ (\S+\.tsx?)\n/.exec(code)?.[1] ?? `example-${index + 1}.${extension}`
      writeFileSync(join(directory, name), `${code}\nexport {}\n`)
    }
    const include = ['*.ts', '*.tsx']
    writeFileSync(
      join(directory, 'tsconfig.json'),
      JSON.stringify({ extends: '../../test/tsconfig.json', include, exclude: [] }),
    )
    const tsc = join(import.meta.dirname, '../node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', directory], { encoding: 'utf8' })
    return { readme: readme.length, source: source.length, complaints: stdout }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

const examplesIn = (text: string) =>
  [...text.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)].map(([, extension = '', code = '']) => ({ extension, code }))
