import { expect, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { createApp } from '../createApp.ts'
import { startDevServer } from '../startDevServer.ts'
import { tryTeamPage } from '../tryTeamPage.ts'

// The template has Next 16. Next 14 reads no configuration in TypeScript, and its `serverExternalPackages` has another name.
test.each([
  {
    next: '14',
    react: '18',
    config: "export default { experimental: { serverComponentsExternalPackages: ['@seats/emulator'] } }\n",
  },
  { next: '15', react: '19', config: "export default { serverExternalPackages: ['@seats/emulator'] }\n" },
])('a team page works in Next $next with React $react', async ({ next, react, config }) => {
  const consumer = new Consumer()
  const app = createApp(consumer, 'next', {
    next: `^${next}.0.0`,
    react: `^${react}.0.0`,
    'react-dom': `^${react}.0.0`,
    '@types/react': `^${react}.0.0`,
    '@types/react-dom': `^${react}.0.0`,
    typescript: '^5.0.0',
  })
  consumer.run('rm', ['team/next.config.ts'])
  consumer.write('team/next.config.mjs', config)
  const { url, stop } = await startDevServer('npm run dev', app)
  expect(await tryTeamPage(url)).toContain('Invited')
  // Before Next 16, the development server and the build write into the same folder.
  await stop()
  const output = consumer.run('npm', ['run', 'build'], { cwd: app })
  expect(output).toContain('Compiled successfully')
  expect(output).not.toContain('Compiled with warnings')
})
