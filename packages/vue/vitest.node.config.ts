import vue from '@vitejs/plugin-vue'
import { defineConfig, mergeConfig } from 'vitest/config'
import { nodeProject } from '../../vitest.config.base.ts'

export default defineConfig(
  mergeConfig(nodeProject, {
    plugins: [vue()],
    test: { name: 'vue-node', include: ['test/**/*.test.ts'], exclude: ['test/**/*.{browser,firefox}.test.ts'] },
  }),
)
