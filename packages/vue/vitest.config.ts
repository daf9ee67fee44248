import { defineConfig, mergeConfig } from 'vitest/config'
import { browserProject } from '../conformance/browserProject.ts'

export default defineConfig(
  mergeConfig(await browserProject('vue', ['test/**/*.browser.test.ts']), {
    define: {
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  }),
)
