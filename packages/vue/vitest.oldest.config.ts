import { defineConfig, mergeConfig } from 'vitest/config'
import { browserProject, oldest } from '../conformance/browserProject.ts'
import { flags } from './vitest.config.ts'

const project = await browserProject('vue-oldest', import.meta.dirname, ['--import', './packages/vue/test/oldest.ts'])

/** Vue 3.4, and the oldest TanStack Query that is supported. */
export default defineConfig(oldest(mergeConfig(project, flags), ['vue', '@tanstack/vue-query']))
