import { defineConfig } from 'vitest/config'
import demo from './vitest.config.ts'

/** Opens each screen, checks it with axe-core and takes the pictures. `npm run test:matrix` runs it. */
export default defineConfig({
  ...demo,
  test: { ...demo.test, name: 'pictures', include: ['test/pictures/*.test.ts'] },
})
