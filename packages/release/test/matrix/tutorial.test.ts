import { expect, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { blocksOf, runFirstCommands } from '../runFirstCommands.ts'
import { startDevServer } from '../startDevServer.ts'
import { tryTeamPage } from '../tryTeamPage.ts'

test.for([
  { framework: 'react', buildMessage: 'built in' },
  { framework: 'vue', buildMessage: 'built in' },
  { framework: 'next', buildMessage: 'Compiled successfully' },
  { framework: 'nuxt', buildMessage: 'Build complete' },
])('following the tutorial of $framework leads to a working team panel', async ({ framework, buildMessage }) => {
  const tutorialBlocks = blocksOf(`tutorial/${framework}`)
  const [, start = ''] = tutorialBlocks.filter(({ language }) => language === 'sh').map(({ code }) => code)
  const consumer = new Consumer()
  const team = runFirstCommands(consumer, tutorialBlocks)
  for (const { file, code } of tutorialBlocks) if (file !== undefined) consumer.write(`team/${file}`, code)
  const { url, stop } = await startDevServer(start.trim(), team)
  expect(await tryTeamPage(url)).toMatch(/pending|Invited/)
  await stop()
  // The build checks the types too, except in Nuxt.
  expect(consumer.run('npm', ['run', 'build'], { cwd: team })).toContain(buildMessage)
})
