import { defineConfig, mergeConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig(mergeConfig(nodeProject, { test: { name: 'bench', include: ['test/**/*.test.ts'] } }))
