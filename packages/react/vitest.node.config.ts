import { defineConfig, mergeConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig(
  mergeConfig(nodeProject, {
    test: { name: 'react-node', include: ['test/**/*.test.ts'], exclude: ['test/**/*.{browser,firefox}.test.ts'] },
  }),
)
