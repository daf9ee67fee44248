import { playwright } from '@vitest/browser-playwright'
import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import type { BrowserProviderOption } from 'vitest/node'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { sourceCondition } from '../../vitest.config.base.ts'
import { backend } from './backend.ts'
import { firefox } from './firefox.ts'

/** Returns the project with these packages replaced by their oldest supported releases. */
export const withOldestPackages = (project: ViteUserConfig, names: string[]): ViteUserConfig =>
  mergeConfig(project, { resolve: { alias: Object.fromEntries(names.map((name) => [name, `${name}-oldest`])) } })

/**
 * Returns a project that runs test files in a real Chromium. The page's backend is `@seats/server` in front of an
 * emulator.
 */
export async function browserProject(name: string, root: string, execArgv: string[] = []): Promise<ViteUserConfig> {
  const executablePath = await findChromium()
  const provider = playwright({ launchOptions: { args: chromiumFlags, ...(executablePath && { executablePath }) } })
  return pageProject(name, root, { kind: 'browser', browser: 'chromium', provider, execArgv })
}

/** Returns a project that runs the test files about streams in a real Firefox, with the same backend. */
export const firefoxProject = (name: string, root: string): ViteUserConfig =>
  pageProject(name, root, { kind: 'firefox', browser: 'firefox', provider: firefox(), execArgv: [] })

interface PageProject {
  /** The last part of the file names before `.test`, such as `browser`. */
  kind: string
  browser: 'chromium' | 'firefox'
  provider: BrowserProviderOption
  execArgv: string[]
}

function pageProject(name: string, root: string, { kind, browser, provider, execArgv }: PageProject): ViteUserConfig {
  return {
    resolve: { conditions: [sourceCondition, 'browser', 'module', 'development', 'import', 'default'] },
    plugins: [backend(root, execArgv)],
    server: { watch: null },
    test: {
      name,
      include: [`test/**/*.${kind}.test.{ts,tsx}`],
      // A fault affects the whole emulator, so no two files may run at once.
      fileParallelism: false,
      testTimeout: 30_000,
      expect: { poll: { timeout: 10_000 } },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider,
        instances: [{ browser }],
        // Vitest calls this command before each file, but a custom provider does not have it. The command may do
        // nothing here, because no story that runs in Firefox depends on the size of the window.
        ...(browser === 'firefox' && { commands: { __vitest_viewport: async () => {} } }),
      },
    },
  }
}
