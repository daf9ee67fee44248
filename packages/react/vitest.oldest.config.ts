import { defineConfig } from 'vitest/config'
import { browserProject, oldest } from '../conformance/browserProject.ts'

/** React 18, and the oldest TanStack Query that is supported. */
export default defineConfig(
  oldest(await browserProject('react-oldest', import.meta.dirname, ['--import', './packages/react/test/oldest.ts']), [
    'react',
    'react-dom',
    '@tanstack/react-query',
  ]),
)
