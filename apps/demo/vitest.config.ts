import { defineConfig, mergeConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig(
  mergeConfig(nodeProject, {
    test: {
      name: 'demo',
      include: ['test/*.test.ts'],
      setupFiles: ['test/support/matchers.ts'],
      globalSetup: ['test/support/buildPage.ts'],
      // Each file has a browser of its own.
      isolate: true,
      hookTimeout: 60_000,
    },
  }),
)
