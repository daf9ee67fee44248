import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Returns the size of the JavaScript and CSS that a page loads at first for this code, in kB of 1,000 bytes, minified
 * and gzipped at level 9, as Vite builds it. Code that is loaded later does not count, and neither do the framework and
 * TanStack Query. `scriptKB` is the size of the JavaScript alone. `modules` are the modules that count. `warnings` are
 * the warnings of the build.
 *
 * @param laterModules modules that count too, although they are loaded later
 */
export function measureFirstLoad(
  code: string,
  folder: string,
  laterModules?: RegExp,
): { kB: number; scriptKB: number; modules: string[]; warnings: string[] } {
  // Vue's compiler does not run inside Vitest's module loader, so the build runs in a process of its own.
  const buildScript = join(import.meta.dirname, 'buildFirstLoad.ts')
  return JSON.parse(
    execFileSync(process.execPath, [buildScript, folder, ...(laterModules ? [laterModules.source] : [])], {
      input: code,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    }),
  )
}
