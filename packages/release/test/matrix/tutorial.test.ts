import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeBlocks } from '@seats/conformance/codeBlocks'
import { chromium } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../../../scripts/chromium.mjs'
import { Consumer } from '../consumer.ts'
import { startDevServer } from '../startDevServer.ts'

test.for(['react', 'vue'])('following the tutorial of %s leads to a working team panel', async (framework) => {
  const tutorial = codeBlocks(
    readFileSync(join(import.meta.dirname, `../../../../apps/docs/tutorial/${framework}.md`), 'utf8'),
  )
  const [create = '', start = ''] = tutorial.filter(({ language }) => language === 'sh').map(({ code }) => code)
  const consumer = new Consumer()

  // Installs the tarballs in place of the packages that the page names, and answers npm's question with yes.
  const tarballs = inject('tarballs')
  const commands = create.replaceAll(/@seats\/[a-z]+/g, (name) => tarballs[name] ?? name)
  consumer.run('sh', ['-e', '-c', commands], { env: { npm_config_yes: 'true', npm_config_prefer_offline: 'true' } })
  for (const { file, code } of tutorial) if (file !== undefined) consumer.write(`team/${file}`, code)
  const team = join(consumer.folder, 'team')
  expect(consumer.run('npm', ['run', 'build'], { cwd: team }), 'the app type-checks').toContain('built in')

  const page = await openPage(await startDevServer(start.trim(), team))
  const row = page.getByRole('listitem').filter({ hasText: 'ada@example.com' })
  await page.getByRole('textbox').fill('ada@example.com')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  // A seat that is only shown in advance has no such button, and would be gone after a reload.
  await row.getByRole('button', { name: 'Revoke' }).waitFor()
  await page.reload()
  await row.getByRole('button', { name: 'Revoke' }).waitFor()
  expect(await row.innerText()).toContain('pending')
  await row.getByRole('button', { name: 'Revoke' }).click()
  await row.waitFor({ state: 'detached' })
})

async function openPage(url: string) {
  const executablePath = await findChromium()
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(url)
  return page
}
