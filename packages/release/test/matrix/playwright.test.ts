import { expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../../../scripts/chromium.mjs'
import { Consumer } from '../consumer.ts'
import { blocksOf, withTarballs } from '../runFirstCommands.ts'

const guideBlocks = blocksOf('guides/end-to-end')

test('the guide to end-to-end tests works, and two workers at the same time see only their own seats', async () => {
  const consumer = new Consumer()
  // The second command of the page would download a browser. This test uses the browser of all other tests.
  const [install = ''] = guideBlocks.find(({ language }) => language === 'sh')?.code.split('\n') ?? []
  consumer.run('sh', ['-e', '-c', withTarballs(install)])
  for (const { file, code } of guideBlocks) if (file !== undefined) consumer.write(file, code)
  const config = guideBlocks.find(({ file }) => file === 'playwright.config.ts')?.code ?? ''
  const launchOptions = { executablePath: await findChromium(), args: chromiumFlags }
  const slowMachineOptions = `timeout: 120_000, expect: { timeout: 60_000 }, use: { launchOptions: ${JSON.stringify(launchOptions)} }`
  consumer.write('playwright.config.ts', config.replace("testDir: 'e2e',", `testDir: 'e2e', ${slowMachineOptions},`))
  consumer.write('e2e/together.spec.ts', specForTwoWorkers)
  const report = JSON.parse(consumer.run('playwright', ['test', '--workers=2', '--reporter=json'])) as Report
  expect(report.stats).toMatchObject({ expected: 5, unexpected: 0, flaky: 0, skipped: 0 })
})

interface Report {
  stats: Record<string, number>
}

/** Each of the first two tests waits for the other one, so they only pass in two workers. */
const specForTwoWorkers = `
import { existsSync, writeFileSync } from 'node:fs'
import { expect, test } from './test.ts'

const names = ['ada', 'grace']
for (const [index, name] of names.entries()) {
  test(name + ' is alone on the roster', async ({ page, emulator }) => {
    await page.goto('/')
    await page.getByLabel('Email').fill(name + '@example.com')
    await page.getByRole('button', { name: 'Invite' }).click()
    await expect(page.getByText('9 seats are free')).toBeVisible()
    writeFileSync(name + '.invited', '')
    await expect.poll(() => existsSync(names[1 - index] + '.invited')).toBe(true)
    await page.reload()
    await expect(page.getByText('9 seats are free')).toBeVisible()
    expect(emulator.outbox().map(({ to }) => to)).toEqual([name + '@example.com'])
    emulator.advance(86_400)
  })
}

test('the clock of the previous test has no effect', async ({ emulator }) => {
  expect(Math.abs(emulator.now() - Date.now())).toBeLessThan(3_600_000)
})
`
