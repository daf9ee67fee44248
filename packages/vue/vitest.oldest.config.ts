import { defineConfig, mergeConfig } from 'vitest/config'
import { browserProject, oldest } from '../conformance/browserProject.ts'
import { flags } from './vitest.config.ts'

const project = await browserProject('vue-oldest', import.meta.dirname, ['--import', './packages/vue/test/oldest.ts'])

/** Vue 3.4, and the oldest TanStack Query that is supported. The components need Vue 3.5. */
export default defineConfig(
  mergeConfig(oldest(mergeConfig(project, flags), ['vue', '@tanstack/vue-query']), {
    test: { exclude: ['test/{invite,panel,parts,states,table}.browser.test.ts'] },
  }),
)
