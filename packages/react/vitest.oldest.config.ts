import { defineConfig, mergeConfig } from 'vitest/config'
import { browserProject, withOldestPackages } from '../conformance/browserProject.ts'

const project = await browserProject('react-oldest', import.meta.dirname, [
  '--import',
  './packages/react/test/oldest.ts',
])

/**
 * Runs the tests in the browser with React 18.2 and the oldest supported TanStack Query. Does not run
 * `activity.browser.test`, because React 18 has no Activity. Does not run `hydration.browser.test`, because its server
 * would render with another release of React.
 */
export default defineConfig(
  mergeConfig(withOldestPackages(project, ['react', 'react-dom', '@tanstack/react-query']), {
    test: { exclude: ['test/activity.browser.test.tsx', 'test/hydration.browser.test.ts'] },
  }),
)
