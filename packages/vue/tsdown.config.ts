import { defineConfig } from 'tsdown'
import vue from 'unplugin-vue/rolldown'
import { base, vueOptions } from '../../tsdown.config.base.ts'

// Each module is built into its own file, so that the bundler of an app can divide them: a page first loads only what
// it needs at once.
export default defineConfig({
  ...base,
  entry: ['src/exports/*.ts'],
  unbundle: true,
  plugins: [vue(vueOptions)],
  dts: { sourcemap: true, vue: true },
})
