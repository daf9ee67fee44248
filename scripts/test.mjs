// npm test: installs, finds or installs the browsers, and runs every check and test. The last line has the counts.
// npm run test:matrix: runs the tests in other runtimes and with other releases, which take long, and takes the pictures.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, run } from './pnpm.mjs'
import * as tools from './tools.mjs'

/** The projects of `npm run test:matrix`. `npm test` runs all others. */
const matrix = ['matrix', 'next', 'nuxt', '*pictures*', '*-oldest*', '*-firefox*']
const isMatrix = process.argv.includes('--matrix')

await install()

const { ensureChromium } = await import('./chromium.mjs')
const { ensureFirefox } = await import('./firefox.mjs')
const { ensureWebkit } = await import('./webkit.mjs')
const scratch = mkdtempSync(join(tmpdir(), 'seats-test-'))
const report = join(scratch, 'vitest.json')
if (isMatrix) ensureWebkit()
const browsers = { CHROMIUM_PATH: await ensureChromium(), ...(isMatrix && { FIREFOX_PATH: ensureFirefox() }) }
const env = { ...tools.env, ...browsers }
const fromSource = { ...tools.fromSource, ...browsers }

const build = ['build', 'turbo', 'run', 'build', '--output-logs=new-only']
// Only tests of the matrix need built apps. The demo's tests build the demo themselves.
const buildPackages = [...build, '--filter=./packages/*']
const checks = isMatrix
  ? [[build]]
  : [[tools.format], [tools.lint], [['unused', 'knip', '--no-config-hints']], [tools.types, buildPackages]]
const checked = await tools.runChecks(checks, (name) => (name === 'unused' ? fromSource : env))

console.log('\n— tests')
const projects = matrix.map((name) => `--project=${isMatrix ? name : `!${name}`}`)
// Many tests wait for a page or for another process. With one worker more than there are cores, no core is idle.
const workers = `--maxWorkers=${availableParallelism() + 1}`
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
// The native loader respects the export condition in configuration files. Vite's own loader does not.
const vitest = ['run', '--configLoader', 'native', workers, ...projects, ...reporters]
const code = await run('vitest', vitest, { env: fromSource })
const counts = readCounts()
const passed = checked.passed.length + counts.passed
// A run can fail without a failed test: by an unhandled error, or a suite that does not load.
const failed = checked.failed.length + (counts.failed || (code === 0 ? 0 : 1))
rmSync(scratch, { recursive: true, force: true })

// Only sets the exit code, so that all output is written before the process ends.
process.exitCode = failed === 0 ? 0 : 1
console.log(`\n${passed} passed, ${failed} failed`)

function readCounts() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
