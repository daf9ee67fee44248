import { defineConfig } from 'vitest/config'
import demo from './vitest.config.ts'

/** These tests open each screen, check it with axe-core and take the pictures. `npm run test:matrix` runs them. */
export default defineConfig({
  ...demo,
  test: { ...demo.test, name: 'pictures', include: ['test/pictures/*.test.ts'] },
})
