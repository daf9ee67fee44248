import { playwright } from '@vitest/browser-playwright'
import type { ViteUserConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { sourceCondition } from '../../vitest.config.base.ts'
import { backend } from './backend.ts'

/** Runs test files in a real Chromium, on a page whose backend is `@seats/server` before an emulator. */
export async function browserProject(name: string, include: string[]): Promise<ViteUserConfig> {
  const executablePath = await findChromium()
  return {
    resolve: { conditions: [sourceCondition, 'browser', 'module', 'development', 'import', 'default'] },
    plugins: [backend()],
    server: { watch: null },
    test: {
      name,
      include,
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
