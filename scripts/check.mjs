// npm run check: the quick loop. Checks format and lint, then the types and the unit tests that your changes can break.
import { spawnSync } from 'node:child_process'
import { install, root, run } from './pnpm.mjs'
import { env, format, fromSource, lint, types } from './tools.mjs'

/** The projects whose tests need no browser, no build and no other process. */
const projects = ['core', 'server', 'emulator', 'conformance', 'react-node', 'vue-node']

await install()
const base = findBaseCommit()
const vitest = ['vitest', 'run', '--configLoader', 'native', '--passWithNoTests', `--changed=${base}`]
// An app is checked only if it has changed itself. `npm test` checks all of them.
const packageTypes = [...types, `--filter=...[${base}]`, '--filter=!./apps/*']
const appTypes = ['types of apps', ...types.slice(1), `--filter={./apps/*}[${base}]`]
const tests = ['tests', ...vitest, ...projects.flatMap((project) => ['--project', project])]

const failed = []
for (const [name, command, ...args] of [format, lint, packageTypes, appTypes, tests]) {
  console.log(`\n— ${name}`)
  if ((await run(command, args, { env: name === 'tests' ? fromSource : env })) !== 0) failed.push(name)
}
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** Returns the commit that your branch began at. On main this is the newest commit, so only uncommitted changes count. */
function findBaseCommit() {
  for (const branch of ['origin/main', 'main']) {
    const { status, stdout } = spawnSync('git', ['merge-base', 'HEAD', branch], { cwd: root, encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return 'HEAD'
}
