import { codeBlocks } from '@seats/conformance/codeBlocks'
import { visitApp } from '@seats/conformance/visitApp'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const app = join(import.meta.dirname, '..')
// The copy is inside of the app, so that it finds the app's packages.
const copyFolder = join(app, 'options-app')

const blocksOf = (name: string) => codeBlocks(readFileSync(join(app, `../docs/guides/${name}.md`), 'utf8'))

/** Copies the app, and changes the copy as the guide says. */
function changeCopy(): void {
  const [options, pageClient, page] = blocksOf('next-options').map(({ code }) => code)
  const clientFor = blocksOf('serve-seats').find(({ file }) => file === 'clientFor.ts')
  const baseURL = /baseURL: '.*'/.exec(pageClient ?? '')?.[0] ?? ''
  const write = (file: string, text = '') => writeFileSync(join(copyFolder, file), text)
  rmSync(copyFolder, { recursive: true, force: true })
  mkdirSync(copyFolder)
  for (const name of ['app', 'lib', 'package.json'])
    cpSync(join(app, name), join(copyFolder, name), { recursive: true })
  write('options.ts', options)
  // Other tests check the types.
  write(
    'next.config.ts',
    "import options from './options'\nexport default { ...options, typescript: { ignoreBuildErrors: true } }\n",
  )
  write('app/Providers.tsx', readFileSync(join(app, 'app/Providers.tsx'), 'utf8').replace(/baseURL: '.*'/, baseURL))
  write('app/seats.ts', "export { handleSeats as seats } from '../lib/seats'\n")
  write('app/clientFor.ts', clientFor?.code)
  write('app/panel/clientFor.ts', "export { clientFor } from '../clientFor'\n")
  write('app/panel/page.tsx', page)
  // The same page, with hooks in place of the panel.
  write(
    'app/page.tsx',
    page?.replace("{ TeamPanel } from '@seats/react/ui'", "{ Team } from './Team'").replace('<TeamPanel', '<Team'),
  )
}

test('the app works with trailingSlash, basePath and cacheComponents, changed as the guide says', async () => {
  changeCopy()
  onTestFinished(() => rmSync(copyFolder, { recursive: true, force: true }))
  const packages = spawnSync('turbo', ['run', 'build', '--filter=next-app^...'], { cwd: app, encoding: 'utf8' })
  expect(packages.status, packages.stdout).toBe(0)
  const nextCommand = [process.execPath, join(app, 'node_modules/next/dist/bin/next')] as const
  const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NODE_OPTIONS: '' } as const
  const build = spawnSync(nextCommand[0], [nextCommand[1], 'build'], {
    cwd: copyFolder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  expect(build.status, build.stdout + build.stderr).toBe(0)
  const visit = await visitApp(
    ({ port, polar, token, subscription }) => ({
      command: [...nextCommand, 'start', '-p', `${port}`, '-H', '127.0.0.1'],
      cwd: copyFolder,
      env: { ...env, POLAR_URL: polar, POLAR_ACCESS_TOKEN: token, SUBSCRIPTION_ID: subscription },
    }),
    '/team',
  )
  expect(visit.html).toContain('2 of 5 seats used')
  expect(visit.linesAfterHydration).toEqual(['2 of 5 seats used', 'ada@example.com Revoke', 'grace@example.com Revoke'])
  expect(visit.consoleErrors).toEqual([])
  expect(visit.reportStatuses).toEqual([200, 403, 403])
  expect(visit.calls).toEqual(['DELETE'])
  expect(visit.linesAfterRevoke).toEqual(['1 of 5 seats used', 'ada@example.com Revoke'])
  expect(visit.panel.rowsFromServer).toEqual([
    expect.stringContaining('ada@example.com You'),
    expect.stringContaining('grace@example.com'),
  ])
  expect(visit.panel.rowsAfterHydration).toEqual(visit.panel.rowsFromServer)
  expect(visit.panel.consoleErrors).toEqual([])
  expect(visit.panel.calls).toEqual([])
}, 600_000)
