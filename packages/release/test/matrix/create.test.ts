import { freePort } from '@seats/conformance/freePort'
import { expect, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { createApp } from '../createApp.ts'
import { startDevServer } from '../startDevServer.ts'
import { tryTeamPage } from '../tryTeamPage.ts'

// The backend of the apps with Vite is in their development server, so these apps are built after it. The apps with Next
// and Nuxt are built before, because their development servers are tested with the tutorials, which have the same files.
test.for([
  { template: 'react', start: 'npm run dev' },
  { template: 'vue', start: 'npm run dev' },
  { template: 'next', start: 'npm run build && npm start' },
  { template: 'nuxt', start: 'npm run build && node .output/server/index.mjs' },
])('npm create @seats makes an app with $template that works and can be built', async ({ template, start }) => {
  const consumer = new Consumer()
  const app = createApp(consumer, template)
  const environment = `export HOST=127.0.0.1 PORT=${await freePort()}`
  const { url, stop } = await startDevServer(`${environment}; ${start}`, app)
  expect(await tryTeamPage(url)).toMatch(/pending|Invited/)
  if (start === 'npm run dev') {
    await stop()
    consumer.run('npm', ['run', 'build'], { cwd: app })
  }
})
