import { defineConfig, mergeConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig(
  mergeConfig(nodeProject, {
    test: {
      name: 'docs',
      include: ['test/**/*.test.{ts,tsx}'],
      setupFiles: ['test/waitLonger.ts'],
      testTimeout: 60_000,
      expect: { poll: { timeout: 30_000 } },
    },
  }),
)
