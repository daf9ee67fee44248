import { defineConfig } from 'tsdown'
import vue from 'unplugin-vue/rolldown'
import { base, vueOptions } from '../../tsdown.config.base.ts'

export default defineConfig({
  ...base,
  entry: ['src/exports/*.ts'],
  plugins: [vue(vueOptions)],
  dts: { sourcemap: true, vue: true },
})
