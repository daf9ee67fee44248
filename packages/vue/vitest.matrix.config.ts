import { defineConfig } from 'vitest/config'
import vueProject from './vitest.config.ts'

/** Writes a picture of each state of the components. `npm run test:matrix` runs it. */
export default defineConfig({
  ...vueProject,
  test: {
    ...vueProject.test,
    name: 'vue-pictures',
    include: ['test/states.browser.test.ts'],
    env: { VITE_PICTURES: 'yes' },
  },
})
