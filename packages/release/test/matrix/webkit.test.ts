import { beforeAll, expect, test } from 'vitest'
import { ensureWebkit } from '../../../../scripts/webkit.mjs'
import { Consumer } from '../consumer.ts'
import { createApp } from '../createApp.ts'
import { openWebkit } from '../openWebkit.ts'
import { startDevServer } from '../startDevServer.ts'

// `npm run test:matrix` has installed it before. `pnpm release:check` has not.
beforeAll(ensureWebkit, 300_000)

const subscription_id = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'

// Chromium and Firefox have suites of their own.
test.for(['react', 'vue'])(
  'the team page of %s works in WebKit, and follows the changes of others',
  async (template) => {
    const url = await startDevServer('npm run dev', createApp(new Consumer(), template))
    const page = await openWebkit(url)
    const list = () => page.run<string>("return document.querySelector('ul')?.innerText ?? ''")
    await expect.poll(() => page.run<number>("return document.querySelectorAll('form input').length")).toBe(1)
    await page.type('form input', 'ada@example.com')
    await page.click('form button')
    await expect.poll(list).toMatch(/ada@example\.com · pending\s*Revoke/)

    const answer = await fetch(`${url}/api/seats/v1/customer-seats`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ subscription_id, email: 'grace@example.com' }),
    })
    expect(answer.status).toBe(200)
    await expect.poll(list).toContain('grace@example.com')
  },
)
