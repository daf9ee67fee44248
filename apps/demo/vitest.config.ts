import { defineConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig({
  ...nodeProject,
  test: {
    name: 'demo',
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/matchers.ts'],
    globalSetup: ['test/support/buildPage.ts'],
    // Each file starts a browser of its own. Only one runs at a time.
    fileParallelism: false,
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
