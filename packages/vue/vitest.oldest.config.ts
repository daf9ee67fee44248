import { defineConfig, mergeConfig } from 'vitest/config'
import { browserProject, withOldestPackages } from '../conformance/browserProject.ts'
import { vueConfig } from './vitest.config.ts'

const project = await browserProject('vue-oldest', import.meta.dirname, ['--import', './packages/vue/test/oldest.ts'])

/**
 * Runs the tests in the browser with Vue 3.4 and the oldest supported TanStack Query. Does not run the tests of the
 * components, because the components need Vue 3.5.
 */
export default defineConfig(
  mergeConfig(withOldestPackages(mergeConfig(project, vueConfig), ['vue', '@tanstack/vue-query']), {
    test: { exclude: ['test/{hydration,invite,panel,parts,states,table}.browser.test.ts'] },
  }),
)
