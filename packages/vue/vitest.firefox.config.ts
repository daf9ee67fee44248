import { defineConfig, mergeConfig } from 'vitest/config'
import { firefoxProject } from '../conformance/browserProject.ts'
import { flags } from './vitest.config.ts'

export default defineConfig(mergeConfig(firefoxProject('vue-firefox', import.meta.dirname), flags))
