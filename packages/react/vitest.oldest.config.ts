import { defineConfig, mergeConfig } from 'vitest/config'
import { browserProject, withOldestPackages } from '../conformance/browserProject.ts'

const project = await browserProject('react-oldest', import.meta.dirname, [
  '--import',
  './packages/react/test/oldest.ts',
])

/**
 * Runs the tests with React 18, which has no Activity, and the oldest supported TanStack Query. The server
 * of `hydration.browser.test` would render with another React, so that test is left out.
 */
export default defineConfig(
  mergeConfig(withOldestPackages(project, ['react', 'react-dom', '@tanstack/react-query']), {
    test: { exclude: ['test/activity.browser.test.tsx', 'test/hydration.browser.test.ts'] },
  }),
)
