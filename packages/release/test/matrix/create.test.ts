import { expect, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { createApp } from '../createApp.ts'
import { startDevServer } from '../startDevServer.ts'
import { tryTeamPage } from '../tryTeamPage.ts'

test.for(['react', 'vue', 'next', 'nuxt'])(
  'npm create @seats makes an app with %s whose team page works',
  async (template) => {
    const app = createApp(new Consumer(), template)
    expect(await tryTeamPage(await startDevServer('npm run dev', app))).toMatch(/pending|Invited/)
  },
)
