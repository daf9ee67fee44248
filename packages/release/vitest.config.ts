import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'release',
    include: ['test/*.test.ts'],
    globalSetup: ['test/pack.ts'],
    // The tests run npm installs and Vite builds.
    testTimeout: 180_000,
    // At the end of a test, its folder with all installed packages is deleted.
    hookTimeout: 180_000,
  },
})
