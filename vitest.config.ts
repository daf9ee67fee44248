import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['packages/*/vitest{,.node,.oldest,.firefox,.matrix}.config.ts', 'apps/*/vitest{,.pictures}.config.ts'],
  },
})
