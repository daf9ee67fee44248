// The checks, the environment variables that they need, and a function that runs them. A check is written as
// [name, command, ...arguments].
import { delimiter, join } from 'node:path'
import { root, run } from './pnpm.mjs'

/** The pinned Node and the tools come first on the `PATH`. */
export const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
}

/** For Vitest and knip, whose configurations import packages of this repository from source. */
export const fromSource = { ...env, NODE_OPTIONS: '--conditions=@seats/source' }

export const format = ['format', 'oxfmt', '--check', '.']
export const lint = ['lint', 'oxlint', '--deny-warnings']
export const types = ['types', 'turbo', 'run', 'types', '--output-logs=new-only']

/**
 * Runs checks. The checks of one row run at the same time, because each leaves a core idle for a while.
 * @param {string[][][]} rows
 * @param {(name: string) => NodeJS.ProcessEnv} envOf returns the environment variables of a check
 * @returns {Promise<{ passed: string[], failed: string[] }>} the names of the checks
 */
export async function runChecks(rows, envOf) {
  const names = { passed: [], failed: [] }
  const runCheck = async ([name, command, ...args]) => {
    console.log(`\n— ${name}`)
    const result = (await run(command, args, { env: envOf(name) })) === 0 ? 'passed' : 'failed'
    console.log(`${name}: ${result}`)
    names[result].push(name)
  }
  for (const row of rows) await Promise.all(row.map(runCheck))
  return names
}
