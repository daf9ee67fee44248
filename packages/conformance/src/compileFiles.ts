import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Compiles files with `vue-tsc`, in a temporary folder from which imports resolve as in the package.
 *
 * @param packageRoot The folder of the package whose dependencies the files may import.
 * @param tsconfig The path of the configuration that they are compiled with.
 * @param files Their texts by their names. A module without imports or exports is compiled as a module too.
 * @returns the output of the compiler, which is empty if there is no error
 */
export function compileFiles(packageRoot: string, tsconfig: string, files: ReadonlyMap<string, string>): string {
  // Imports resolve in node_modules, and git ignores it.
  const directory = mkdtempSync(join(packageRoot, 'node_modules/.examples-'))
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), text)
  }
  try {
    for (const [name, text] of files) write(name, name.endsWith('.vue') ? text : `${text}\nexport {}\n`)
    write('tsconfig.json', JSON.stringify({ extends: tsconfig, include: ['*', 'src/**/*'], exclude: [] }))
    const vueTsc = join(import.meta.dirname, '../node_modules/vue-tsc/bin/vue-tsc.js')
    const { stdout, stderr } = spawnSync(process.execPath, [vueTsc, '-p', directory], { encoding: 'utf8' })
    return stdout + stderr
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
