import { defineConfig, mergeConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig(
  mergeConfig(nodeProject, {
    // A server that a test imports may replace global classes such as `Response`. No other test file may get the
    // replaced classes.
    test: { name: 'integration', include: ['**/*.test.ts'], isolate: true },
  }),
)
