import { defineConfig } from 'vitest/config'
import reactProject from './vitest.config.ts'

/** Writes a picture of each state of the components. `npm run test:matrix` runs it. */
export default defineConfig({
  ...reactProject,
  test: {
    ...reactProject.test,
    name: 'react-pictures',
    include: ['test/states.browser.test.tsx'],
    env: { VITE_PICTURES: 'yes' },
  },
})
