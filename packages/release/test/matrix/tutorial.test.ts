import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeBlocks } from '@seats/conformance/codeBlocks'
import { expect, inject, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { startDevServer } from '../startDevServer.ts'
import { tryTeamPage } from '../tryTeamPage.ts'

test.for([
  { framework: 'react', built: 'built in' },
  { framework: 'vue', built: 'built in' },
  { framework: 'next', built: 'Compiled successfully' },
  { framework: 'nuxt', built: 'Build complete' },
])('following the tutorial of $framework leads to a working team panel', async ({ framework, built }) => {
  const page = join(import.meta.dirname, `../../../../apps/docs/tutorial/${framework}.md`)
  const tutorial = codeBlocks(readFileSync(page, 'utf8'))
  const [create = '', start = ''] = tutorial.filter(({ language }) => language === 'sh').map(({ code }) => code)
  const consumer = new Consumer()

  // Installs the tarballs in place of the packages that the page names, and answers npm's question with yes.
  const tarballs = inject('tarballs')
  const commands = create.replaceAll(/@seats\/[a-z]+/g, (name) => tarballs[name] ?? name)
  consumer.run('sh', ['-e', '-c', commands], { env: { npm_config_yes: 'true', npm_config_prefer_offline: 'true' } })
  for (const { file, code } of tutorial) if (file !== undefined) consumer.write(`team/${file}`, code)
  const team = join(consumer.folder, 'team')
  expect(await tryTeamPage(await startDevServer(start.trim(), team))).toMatch(/pending|Invited/)
  // The build checks the types too, except in Nuxt.
  expect(consumer.run('npm', ['run', 'build'], { cwd: team })).toContain(built)
})
