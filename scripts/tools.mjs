// The checks that need no test runner, each as [name, command, ...arguments], and the environment variables to run them with.
import { delimiter, join } from 'node:path'
import { root } from './pnpm.mjs'

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
