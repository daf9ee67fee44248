import { playwright } from '@vitest/browser-playwright'
import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { sourceCondition } from '../../vitest.config.base.ts'
import { backend } from './backend.ts'

/** With these packages' oldest supported releases in place of the newest. */
export const oldest = (project: ViteUserConfig, names: string[]): ViteUserConfig =>
  mergeConfig(project, { resolve: { alias: Object.fromEntries(names.map((name) => [name, `${name}-oldest`])) } })

/** Runs test files in a real Chromium, on a page whose backend is `@seats/server` before an emulator. */
export async function browserProject(name: string, root: string, execArgv: string[] = []): Promise<ViteUserConfig> {
  const executablePath = await findChromium()
  return {
    resolve: { conditions: [sourceCondition, 'browser', 'module', 'development', 'import', 'default'] },
    plugins: [backend(`${root}/test/render.ts`, execArgv)],
    server: { watch: null },
    test: {
      name,
      include: ['test/**/*.browser.test.{ts,tsx}'],
      // Faults are the whole emulator's.
      fileParallelism: false,
      testTimeout: 30_000,
      expect: { poll: { timeout: 10_000 } },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { args: chromiumFlags, ...(executablePath && { executablePath }) } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }
}
