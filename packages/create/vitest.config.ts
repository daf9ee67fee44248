import { defineConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig({ ...nodeProject, test: { name: 'create', include: ['test/**/*.test.ts'] } })
