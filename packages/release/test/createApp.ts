import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Consumer } from './consumer.ts'

type Versions = Record<string, string>

/**
 * Creates an app with `npm create @seats`. Our packages come from the tarballs, because they are not on npm yet.
 *
 * @param versions Versions that differ from the template's, by package.
 * @returns the folder of the app
 */
export function createApp(consumer: Consumer, template: string, versions: Versions = {}): string {
  consumer.install('@seats/create')
  consumer.run('create-seats', ['team', '--template', template])
  const app = join(consumer.folder, 'team')
  const manifest: { dependencies: Versions; devDependencies: Versions } = JSON.parse(
    readFileSync(join(app, 'package.json'), 'utf8'),
  )
  const tarballs = inject('tarballs')
  for (const list of [manifest.dependencies, manifest.devDependencies]) {
    for (const name of Object.keys(list)) {
      const version = name in tarballs ? `file:${tarballs[name]}` : versions[name]
      if (version !== undefined) list[name] = version
    }
  }
  consumer.write('team/package.json', JSON.stringify(manifest))
  consumer.run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: app })
  return app
}
