import { defineConfig, mergeConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig(
  mergeConfig(nodeProject, {
    test: {
      name: 'demo',
      include: ['test/*.test.ts'],
      setupFiles: ['test/support/matchers.ts'],
      globalSetup: ['test/support/buildPage.ts'],
      hookTimeout: 60_000,
    },
  }),
)
