// The checks that need no test runner, each as [name, command, ...arguments], and the environment that they run in.
import { delimiter, join } from 'node:path'
import { root } from './pnpm.mjs'

/** Puts the pinned Node and the tools first. */
export const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
}

/** Vitest's and knip's configurations import packages of this repository: from source, as the tests run them. */
export const fromSource = { ...env, NODE_OPTIONS: '--conditions=@seats/source' }

export const format = ['format', 'oxfmt', '--check', '.']
export const lint = ['lint', 'oxlint', '--deny-warnings']
export const types = ['types', 'turbo', 'run', 'types', '--output-logs=new-only']
