import { defineConfig, mergeConfig } from 'vitest/config'
import { browserProject, oldest } from '../conformance/browserProject.ts'

const project = await browserProject('react-oldest', import.meta.dirname, [
  '--import',
  './packages/react/test/oldest.ts',
])

/** React 18, which has no Activity, and the oldest TanStack Query that is supported. */
export default defineConfig(
  mergeConfig(oldest(project, ['react', 'react-dom', '@tanstack/react-query']), {
    test: { exclude: ['test/activity.browser.test.tsx'] },
  }),
)
