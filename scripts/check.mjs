// npm run check: a quick check while you work. Checks format and lint, then the types and the unit tests that your
// changes can break.
import { spawnSync } from 'node:child_process'
import { install, root } from './pnpm.mjs'
import { env, format, fromSource, lint, runChecks, types } from './tools.mjs'

/** The projects whose tests need no browser, no build and no other process. */
const projects = ['core', 'server', 'emulator', 'conformance', 'react-node', 'vue-node']

await install()
const base = findBaseCommit()
// Checking Vue's types takes as long as checking those of all other packages together. So they are checked only if the
// package has changed. The same is true of apps. `npm test` checks everything.
const changedTypes = [`--filter=...[${base}]`, '--filter=!./apps/*', '--filter=!@seats/vue']
const checks = [
  [format, lint],
  [
    [...types, ...changedTypes],
    ['types of Vue and of apps', ...types.slice(1), `--filter={./apps/*}[${base}]`, `--filter=@seats/vue[${base}]`],
    [
      'tests',
      'vitest',
      'run',
      '--configLoader=native',
      '--passWithNoTests',
      '--tagsFilter=!slow',
      `--changed=${base}`,
      ...projects.map((project) => `--project=${project}`),
    ],
  ],
]

const { failed } = await runChecks(checks, (name) => (name === 'tests' ? fromSource : env))
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** Returns the newest commit that the working tree shares with main. Only changes after that commit count. */
function findBaseCommit() {
  for (const branch of ['origin/main', 'main']) {
    const { status, stdout } = spawnSync('git', ['merge-base', 'HEAD', branch], { cwd: root, encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return 'HEAD'
}
