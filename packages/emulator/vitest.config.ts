import { defineConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig({
  ...nodeProject,
  test: { name: 'emulator', include: ['**/*.test.ts'], testTimeout: 20_000 },
})
