import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { Consumer } from '../consumer.ts'
import { openPage } from '../openPage.ts'
import { blocksOf, runFirstCommands } from '../runFirstCommands.ts'
import { startDevServer } from '../startDevServer.ts'

const guideBlocks = blocksOf('guides/own-components')
const tarballs = inject('tarballs')

const frameworks = [
  { name: 'react', app: 'src/App.tsx', part: 'src/seats/SeatsMeter.tsx' },
  { name: 'vue', app: 'src/App.vue', part: 'src/seats/SeatsMeter.vue' },
]

// A busy machine needs minutes to create, install and build an app.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

describe.each(frameworks)('TeamPanel of $name from the tarball', ({ name, app, part }) => {
  const appCode = guideBlocks.find(({ file }) => file === app)?.code ?? ''
  const commands = guideBlocks.find(({ code }) => code.includes(`@seats/${name}/src/ui`))?.code ?? ''

  let consumer: Consumer
  let team: string
  beforeAll(() => {
    const cleanups: (() => void)[] = []
    consumer = new Consumer((remove) => cleanups.push(remove))
    team = createTutorialApp(consumer, name)
    return () => cleanups.forEach((remove) => remove())
  })

  test('works with its stylesheet in a production build of Vite', async () => {
    const appWithPackage = appCode
      .replace(/import (\{ )?TeamPanel.*/, `import { TeamPanel } from '@seats/${name}/ui'`)
      .replace('./seats/ui.css', '@seats/core/ui.css')
    consumer.write(`team/${app}`, appWithPackage)
    const browserPage = await buildAndInvite(consumer, team)
    expect(await browserPage.locator('.seats-meter-title').innerText()).toContain('1 of 10')
  })

  test('works as a copy that was made as the guide says', async () => {
    consumer.run('sh', ['-e', '-c', commands], { cwd: team })
    consumer.write(`team/${app}`, appCode)

    // A changed class name shows whether the page is built from the copy or from the package.
    const meter = readFileSync(join(team, part), 'utf8')
    consumer.write(`team/${part}`, meter.replaceAll('seats-meter-title', 'seats-meter-title our-title'))
    const browserPage = await buildAndInvite(consumer, team)
    expect(await browserPage.locator('.our-title').innerText()).toContain('1 of 10')
  })

  test('depends on exactly the packages that the guide installs', () => {
    const { dependencies = {} } = manifestOf(name)
    const { '@seats/core': _, ...others } = dependencies
    expect(commands).toContain(
      `npm install ${Object.entries(others)
        .map((spec) => spec.join('@'))
        .join(' ')}\n`,
    )
  })
})

/** Creates the app of the tutorial, with a backend for its production build. Returns its folder. */
function createTutorialApp(consumer: Consumer, framework: string): string {
  const tutorialBlocks = blocksOf(`tutorial/${framework}`)
  const team = runFirstCommands(consumer, tutorialBlocks)
  for (const { file, code } of tutorialBlocks) {
    if (file === 'vite.config.ts')
      consumer.write(`team/${file}`, code.replace('configureServer', 'configurePreviewServer'))
    else if (file === 'src/main.ts') consumer.write(`team/${file}`, code)
  }
  return team
}

/** Type-checks and builds the app, and invites somebody on its page. */
async function buildAndInvite(consumer: Consumer, team: string) {
  expect(consumer.run('npm', ['run', 'build'], { cwd: team }), 'the app type-checks').toContain('built in')
  const { url } = await startDevServer('npx vite preview --port 0', team)
  const page = await openPage(url)
  const problems: string[] = []
  page.on('console', (message) => /error|warning/.test(message.type()) && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  await page.getByRole('textbox', { name: 'Invite by email' }).fill('ada@example.com')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await page.getByRole('button', { name: 'Revoke the seat of ada@example.com' }).waitFor()
  // This value comes from a rule of the stylesheet.
  expect(await page.locator('.seats-meter-bar').evaluate((bar) => getComputedStyle(bar).display)).toBe('flex')
  expect(problems).toEqual([])
  return page
}

function manifestOf(framework: string): { dependencies?: Record<string, string> } {
  const consumer = new Consumer()
  return JSON.parse(consumer.run('tar', ['-xzOf', tarballs[`@seats/${framework}`] ?? '', 'package/package.json']))
}
