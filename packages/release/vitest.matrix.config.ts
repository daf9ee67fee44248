import { defineConfig } from 'vitest/config'
import release from './vitest.config.ts'

/** Installs the tarballs in other runtimes and with other releases. `npm run test:matrix` runs it. */
export default defineConfig({
  test: {
    ...release.test,
    name: 'matrix',
    include: ['test/matrix/*.test.ts'],
    // A test installs an app with hundreds of packages, starts its development server and builds it.
    testTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
