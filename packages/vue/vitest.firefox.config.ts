import { defineConfig, mergeConfig } from 'vitest/config'
import { firefoxProject } from '../conformance/browserProject.ts'
import { vueConfig } from './vitest.config.ts'

export default defineConfig(mergeConfig(firefoxProject('vue-firefox', import.meta.dirname), vueConfig))
