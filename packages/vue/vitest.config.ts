import vue from '@vitejs/plugin-vue'
import { defineConfig, mergeConfig } from 'vitest/config'
import { browserProject } from '../conformance/browserProject.ts'

export const vueConfig = {
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
}

export default defineConfig(mergeConfig(await browserProject('vue', import.meta.dirname), vueConfig))
