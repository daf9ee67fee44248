import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Compiles files with `vue-tsc`, in a temporary folder from which imports resolve as in the package.
 *
 * @param packageRoot The folder of the package whose dependencies the files may import.
 * @param tsconfig The path of the configuration that the files are compiled with.
 * @param files The texts of the files by name. Each is compiled as a module, even without imports or exports.
 * @returns the output of the compiler, which is empty if there is no error
 */
export function compileFiles(packageRoot: string, tsconfig: string, files: ReadonlyMap<string, string>): string {
  // From a folder in node_modules, imports resolve as in the package, and git ignores that folder.
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
