import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ensureWebkit } from '../../../../scripts/webkit.mjs'
import { Consumer } from '../consumer.ts'
import { createApp } from '../createApp.ts'
import { openWebkit } from '../openWebkit.ts'
import { startDevServer } from '../startDevServer.ts'

// `npm run test:matrix` has installed WebKit before. `pnpm release:check` has not.
beforeAll(ensureWebkit, 300_000)

const subscription_id = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'

// Chromium and Firefox have suites of their own.
test.for(['react', 'vue'])(
  'the team page of %s works in WebKit, and follows the changes of others',
  async (template) => {
    const { url } = await startDevServer('npm run dev', createApp(new Consumer(), template))
    const page = await openWebkit(url)
    const readList = () => page.run<string>("return document.querySelector('ul')?.innerText ?? ''")
    await expect.poll(() => page.run<number>("return document.querySelectorAll('form input').length")).toBe(1)
    await page.type('form input', 'ada@example.com')
    await page.click('form button')
    await expect.poll(readList).toMatch(/ada@example\.com · pending\s*Revoke/)
    await inviteElsewhere(url, 'grace@example.com')
    await expect.poll(readList).toContain('grace@example.com')
  },
)

const panels = [
  { template: 'react', file: 'src/App.tsx', tag: `<TeamPanel source={{ subscription_id: '${subscription_id}' }} />` },
  { template: 'vue', file: 'src/App.vue', tag: `<TeamPanel :source="{ subscription_id: '${subscription_id}' }" />` },
]

test.for(panels)('TeamPanel of $template works in WebKit', async ({ template, file, tag }) => {
  const app = createApp(new Consumer(), template)
  const path = join(app, file)
  const panel = readFileSync(path, 'utf8')
    .replace(/import .*Team.*/, `import '@seats/core/ui.css'\nimport { TeamPanel } from '@seats/${template}/ui'`)
    .replace(/<Team .*/, tag)
  writeFileSync(path, panel)
  const { url } = await startDevServer('npm run dev', app)
  const page = await openWebkit(url)
  const textOf = (selector: string) =>
    page.run<string | null>('return document.querySelector(arguments[0])?.innerText ?? null', selector)

  await expect.poll(() => textOf('.seats-invite')).toContain('Invite')
  const style = "return getComputedStyle(document.querySelector('.seats-meter-bar')).display"
  expect(await page.run(style), 'a rule of the stylesheet').toBe('flex')
  await page.type('.seats-invite input', 'ada@example.com')
  await page.click('.seats-invite button')
  await expect.poll(() => textOf('.seats-people')).toContain('ada@example.com')
  await inviteElsewhere(url, 'grace@example.com')
  await expect.poll(() => textOf('.seats-meter-title')).toBe('2 of 10 seats used')

  await page.click('.seats-bulk-invite button')
  await expect.poll(() => textOf('dialog[open] form label')).toBe('Email addresses')
  await page.type('dialog textarea', 'alan@example.com, kay@example.com')
  await expect.poll(() => textOf('dialog .seats-primary')).toBe('Invite 2 people')
  await page.click('dialog .seats-primary')
  await expect.poll(() => textOf('dialog')).toContain('2 of 2 done.')
  await page.click('dialog .seats-dialog-head button')
  await expect.poll(() => textOf('dialog')).toBeNull()
  await expect.poll(() => textOf(':focus'), { message: 'the focus returns to the button' }).toBe('Invite many')

  // The panel ignores a click that follows too soon on a change of the list, so one click may not be enough.
  const clickAndRead = `
    document.querySelector('[aria-label="Revoke the seat of grace@example.com"]')?.click()
    return document.querySelector('.seats-people').innerText`
  await expect.poll(() => page.run(clickAndRead)).toContain('grace@example.com no longer has a seat.')
  await expect.poll(() => textOf('.seats-meter-title')).toBe('3 of 10 seats used')
})

/** Invites somebody as another open page would. */
async function inviteElsewhere(url: string, email: string): Promise<void> {
  const answer = await fetch(`${url}/api/seats/v1/customer-seats`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ subscription_id, email }),
  })
  expect(answer.status).toBe(200)
}
