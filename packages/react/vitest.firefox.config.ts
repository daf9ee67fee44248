import { defineConfig } from 'vitest/config'
import { firefoxProject } from '../conformance/browserProject.ts'

export default defineConfig(firefoxProject('react-firefox', import.meta.dirname))
