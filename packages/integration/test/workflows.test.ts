import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../../.github/workflows/', import.meta.url))
const workflows = globSync('*.yml', { cwd: folder }).map((file) => readFileSync(folder + file, 'utf8'))
const lines = workflows.flatMap((workflow) => workflow.split('\n').map((line) => line.trim().replace(/^- /, '')))

/** The text before the jobs, and the text of each job. The name of a job has two spaces before it. */
const parts = workflows.map((workflow) => {
  const [head = '', jobs = ''] = workflow.split(/^jobs:\n/m)
  return { head, jobs: jobs.split(/\n(?= {2}\w)/) }
})
const jobs = parts.flatMap((part) => part.jobs)

test('each action is pinned to a commit, and names its version', () => {
  const actions = lines.filter((line) => line.startsWith('uses: '))
  expect(actions).not.toEqual([])
  expect(actions.filter((line) => !/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
})

test('no checkout stores the token in the repository', () => {
  const checkouts = lines.filter((line) => line.startsWith('uses: actions/checkout@'))
  expect(lines.filter((line) => line === 'persist-credentials: false')).toHaveLength(checkouts.length)
})

test('a workflow gives its jobs by default at most the permission to read the repository', () => {
  for (const { head } of parts) expect(head).toMatch(/^permissions:(?: \{\}|\n {2}contents: read)\n(?! )/m)
})

test('a job that may write runs no tests, no build and no install scripts', () => {
  const writingJobs = jobs.filter((job) => job.includes(': write'))
  // A job without a checkout has no code of ours to run.
  const writingJobsWithCode = writingJobs.filter((job) => job.includes('actions/checkout@'))
  expect(writingJobsWithCode).not.toEqual([])
  for (const job of writingJobsWithCode) {
    expect(job).toContain("      NPM_CONFIG_IGNORE_SCRIPTS: 'true'\n      PNPM_CONFIG_IGNORE_SCRIPTS: 'true'\n")
  }
  const commands = writingJobs.flatMap((job) =>
    [...job.matchAll(/\b(?:run|script): (.*)/g)].map(([, command]) => command),
  )
  expect(new Set(commands)).toEqual(
    new Set(['npm run setup', 'npm run release:version', 'echo "$PWD/node_modules/.bin" >> "$GITHUB_PATH"']),
  )
})

test('a job that runs npm test first installs the servers that the tests start', () => {
  const files = globSync('server/start*.ts', { cwd: import.meta.dirname })
  const code = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')
  const packages = [...code.matchAll(/package: '([\w-]+)'/g)].map(([, name]) => name)
  expect(packages.toSorted()).toEqual(['postgresql', 'redis-server'])
  const testJobs = jobs.filter((job) => job.includes('run: bash .ci/run'))
  expect(testJobs).toHaveLength(2)
  // The tests themselves can install them only as root.
  for (const job of testJobs) {
    const [setup = ''] = job.split('run: bash .ci/run')
    const [, installed = ''] = /run: sudo .*apt-get install --yes --no-install-recommends (.*)/.exec(setup) ?? []
    expect(installed.split(' ').toSorted()).toEqual(packages.toSorted())
  }
})
