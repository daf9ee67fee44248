import { defineConfig, mergeConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig(
  mergeConfig(nodeProject, {
    test: {
      name: 'demo',
      include: ['test/**/*.test.ts'],
      setupFiles: ['test/support/matchers.ts'],
      globalSetup: ['test/support/buildPage.ts'],
      // Each file starts a browser of its own, which keeps two cores busy. Only one runs at a time.
      fileParallelism: false,
      hookTimeout: 60_000,
    },
  }),
)
