// npm test: installs, finds or installs the browsers, and runs every check and test. The last line has the counts.
// npm run test:matrix: runs the tests in other runtimes and with other releases, which take long, and takes the pictures.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, run } from './pnpm.mjs'
import * as tools from './tools.mjs'

/** The projects of `npm run test:matrix`. `npm test` runs all others. */
const matrixProjects = ['matrix', 'next', 'nuxt', '*pictures*', '*-oldest*', '*-firefox*']
/** The projects whose test files run in a browser, one file at a time. */
const browserProjects = ['*(chromium)*']
const isMatrix = process.argv.includes('--matrix')

await install()

const { ensureChromium } = await import('./chromium.mjs')
const { ensureFirefox } = await import('./firefox.mjs')
const { ensureWebkit } = await import('./webkit.mjs')
const scratch = mkdtempSync(join(tmpdir(), 'seats-test-'))
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
// Many tests wait for a page or for another process. With one worker more than there are cores, no core is idle.
const workers = `--maxWorkers=${availableParallelism() + 1}`
const select = (names) => names.map((name) => `--project=${name}`)
const exclude = (names) => names.map((name) => `--project=!${name}`)
// Test files in a browser run one after another. So they run beside the others, which keep the other cores busy.
const suites = isMatrix
  ? [select(matrixProjects)]
  : [[...select(browserProjects), ...exclude(matrixProjects)], exclude([...browserProjects, ...matrixProjects])]
const results = await Promise.all(suites.map((projects, index) => runTests(projects, join(scratch, `${index}.json`))))
const sum = (name) => results.reduce((total, counts) => total + counts[name], 0)
const passed = checked.passed.length + sum('passed')
const failed = checked.failed.length + sum('failed')
rmSync(scratch, { recursive: true, force: true })

// Only sets the exit code, so that all output is written before the process ends.
process.exitCode = failed === 0 ? 0 : 1
console.log(`\n${passed} passed, ${failed} failed`)

/** Runs the tests of projects. Returns the number of tests that passed and that failed. */
async function runTests(projects, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  // The native loader respects the export condition in configuration files. Vite's own loader does not.
  const vitest = ['run', '--configLoader', 'native', workers, ...projects, ...reporters]
  const code = await run('vitest', vitest, { env: fromSource })
  const counts = readCounts(report)
  // A run can fail without a failed test: by an unhandled error, or a suite that does not load.
  return { ...counts, failed: counts.failed || (code === 0 ? 0 : 1) }
}

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
