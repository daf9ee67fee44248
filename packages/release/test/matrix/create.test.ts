import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../../../scripts/chromium.mjs'
import { Consumer } from '../consumer.ts'
import { startDevServer } from '../startDevServer.ts'

test.for(['react', 'vue'])('npm create @seats makes an app with %s whose team page works', async (template) => {
  const consumer = new Consumer()
  consumer.install('@seats/create')
  consumer.run('create-seats', ['team', '--template', template])
  const app = join(consumer.folder, 'team')
  useTarballs(consumer)
  consumer.run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: app })

  const url = await startDevServer('npm run dev', app)
  const executablePath = await findChromium()
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  page.setDefaultTimeout(120_000)
  // A page that was rendered on the server reacts to clicks when it also follows the changes of others.
  const followed = page.waitForRequest(/\/customer-seats\/events/)
  await page.goto(url)
  await followed
  const row = page.getByRole('listitem').filter({ hasText: 'ada@example.com' })
  await page.getByRole('textbox').fill('ada@example.com')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await row.getByRole('button', { name: 'Revoke' }).waitFor()
  await page.reload()
  await row.getByRole('button', { name: 'Revoke' }).waitFor()
  expect(await row.innerText()).toContain('pending')
})

/** Lets the app install the tarballs in place of the packages that npm does not have yet. */
function useTarballs(consumer: Consumer): void {
  const manifest = JSON.parse(readFileSync(join(consumer.folder, 'team/package.json'), 'utf8'))
  const tarballs = inject('tarballs')
  for (const list of [manifest.dependencies, manifest.devDependencies]) {
    for (const name of Object.keys(list)) if (name in tarballs) list[name] = `file:${tarballs[name]}`
  }
  consumer.write('team/package.json', JSON.stringify(manifest))
}
