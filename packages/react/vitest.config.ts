import { defineConfig } from 'vitest/config'
import { browserProject } from '../conformance/browserProject.ts'

export default defineConfig(await browserProject('react', import.meta.dirname))
