import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { Consumer } from '../consumer.ts'
import { startDevServer } from '../startDevServer.ts'
import { tryTeamPage } from '../tryTeamPage.ts'

test.for(['react', 'vue', 'next', 'nuxt'])(
  'npm create @seats makes an app with %s whose team page works',
  async (template) => {
    const consumer = new Consumer()
    consumer.install('@seats/create')
    consumer.run('create-seats', ['team', '--template', template])
    const app = join(consumer.folder, 'team')
    useTarballs(consumer)
    consumer.run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: app })
    expect(await tryTeamPage(await startDevServer('npm run dev', app))).toMatch(/pending|Invited/)
  },
)

/** Lets the app install the tarballs in place of the packages that npm does not have yet. */
function useTarballs(consumer: Consumer): void {
  const manifest = JSON.parse(readFileSync(join(consumer.folder, 'team/package.json'), 'utf8'))
  const tarballs = inject('tarballs')
  for (const list of [manifest.dependencies, manifest.devDependencies]) {
    for (const name of Object.keys(list)) if (name in tarballs) list[name] = `file:${tarballs[name]}`
  }
  consumer.write('team/package.json', JSON.stringify(manifest))
}
